/** The short words of the workflow picture, in the five languages. */
import type { Language } from "../person/person.ts";

type Words = Record<Language, string>;

const w = (en: string, nl: string, fr: string, sv: string, cy: string): Words => ({ en, nl, fr, sv, cy });

/** Several people of a role, after their number. */
export const roleWords = {
  manager: w("managers", "programmabeheerders", "gestionnaires", "programansvariga", "rheolwr"),
  approver: w("approvers", "goedkeurders", "approbateurs", "godkännare", "cymeradwywr"),
  finance: w(
    "finance officers",
    "financieel medewerkers",
    "responsables financiers",
    "ekonomihandläggare",
    "swyddog cyllid",
  ),
  redress: w(
    "redress officers",
    "bezwaarbehandelaars",
    "responsables du réexamen",
    "omprövningshandläggare",
    "swyddog unioni",
  ),
};

/** Names of stations and blocks, by the state of the workflow that they show. */
export const stationNames = {
  Submitted: w("Submitted", "Ingediend", "Déposé", "Inskickad", "Cyflwynwyd"),
  Screen: w("Screening", "Controle", "Vérification", "Granskning", "Sgrinio"),
  Reviews: w("Reviews", "Beoordelingen", "Évaluations", "Bedömningar", "Adolygiadau"),
  Propose: w("Proposed", "Voorgesteld", "Proposé", "Föreslaget", "Cynigiwyd"),
  Approvals: w("Approvals", "Goedkeuringen", "Approbations", "Godkännanden", "Cymeradwyo"),
  Release: w("Release", "Bekendmaking", "Annonce", "Besked", "Rhyddhau"),
  Redress: w("Redress", "Herziening", "Réexamen", "Omprövning", "Unioni"),
  Condition: w("Statement", "Verklaring", "Déclaration", "Förklaring", "Datganiad"),
  Accept: w("Terms", "Voorwaarden", "Conditions", "Villkor", "Telerau"),
  Use: w("In use", "In gebruik", "En cours", "Används", "Ar waith"),
  ConfirmService: w("Confirmed", "Bevestigd", "Confirmé", "Bekräftad", "Cadarnhawyd"),
  CheckClaim: w("Claim check", "Nazicht", "Contrôle", "Kontroll", "Gwirio hawliad"),
  FollowUp: w("Follow-up", "Opvolging", "Suivi", "Uppföljning", "Dilyniant"),
  Pay: w("Paid", "Betaald", "Payé", "Utbetald", "Talwyd"),
} as const satisfies Record<string, Words>;
export type StationName = keyof typeof stationNames;

/** Words under a station that was reached, by the answer that its task got. */
export const outcomeWords: Record<string, Words> = {
  eligible: w("Eligible", "Komt in aanmerking", "Admissible", "Behörig", "Cymwys"),
  ineligible: w("Not eligible", "Niet in aanmerking", "Non admissible", "Ej behörig", "Anghymwys"),
  ask: w("Question asked", "Vraag gesteld", "Question posée", "Fråga ställd", "Gofynnwyd"),
  filed: w("Filed", "Ingeleverd", "Remise", "Inlämnad", "Ffeiliwyd"),
  accepted: w("Accepted", "Aanvaard", "Accepté", "Accepterad", "Derbyniwyd"),
  approve: w("Approved", "Goedgekeurd", "Approuvé", "Godkänd", "Cymeradwywyd"),
  decline: w("Declined", "Afgewezen", "Refusé", "Avböjd", "Gwrthodwyd"),
  ask_back: w("Sent back", "Teruggestuurd", "Renvoyé", "Återsänd", "Anfonwyd yn ôl"),
  silent: w("No answer", "Geen antwoord", "Sans réponse", "Inget svar", "Dim ateb"),
  released: w("Released", "Bekendgemaakt", "Annoncé", "Meddelat", "Rhyddhawyd"),
  rejected: w("Rejected", "Afgewezen", "Rejeté", "Avslag", "Gwrthodwyd"),
  "in-scope": w("In scope", "Binnen de oproep", "Dans le champ", "Inom utlysningen", "O fewn yr alwad"),
  outside: w("Out of scope", "Buiten de oproep", "Hors champ", "Utanför utlysningen", "Y tu allan i’r alwad"),
  admitted: w("Admitted", "Onderzocht", "Recevable", "Prövas", "Derbyniwyd"),
  inadmissible: w("Not admitted", "Niet onderzocht", "Non recevable", "Prövas inte", "Heb ei dderbyn"),
  upheld: w("Upheld", "Gegrond", "Accueilli", "Bifallen", "Cadarnhawyd"),
  partly: w("Partly upheld", "Deels gegrond", "En partie", "Delvis", "Yn rhannol"),
  condition: w("Announced", "Bekendgemaakt", "Annoncé", "Meddelat", "Rhyddhawyd"),
  waits: w("Stated, waits", "Verklaard, wacht", "Déclaré, en attente", "Uppgett, väntar", "Datganwyd, yn aros"),
  granted: w("Granted", "Toegekend", "Accordé", "Beviljat", "Rhoddwyd"),
  refused: w("Refused", "Geweigerd", "Refusée", "Avslagen", "Gwrthodwyd"),
  answered: w("Answered", "Beantwoord", "Répondu", "Besvarad", "Atebwyd"),
  suspended: w("Suspended", "Geschorst", "Suspendu", "Vilande", "Ataliwyd"),
  resumed: w("Goes on", "Loopt weer", "Repris", "Fortsätter", "Ailddechreuwyd"),
  lapsed: w("Lapsed", "Vervallen", "Caduc", "Förfallet", "Daeth i ben"),
  booked: w("Booked", "Geboekt", "Comptabilisé", "Bokförd", "Cofnodwyd"),
};

/** Captions of the other ways a case may take. */
export const wayWords = {
  back: w(
    "Declined, question, silence",
    "Afwijzing, vraag, stilte",
    "Refus, question, silence",
    "Avslag, fråga, tystnad",
    "Gwrthod, cwestiwn, distawrwydd",
  ),
  rejected: w(
    "Rejected, then redress 30 days",
    "Afgewezen, dan bezwaar 30 dagen",
    "Rejet, puis recours 30 jours",
    "Avslag, sedan omprövning 30 dagar",
    "Gwrthod, yna unioni 30 diwrnod",
  ),
  ineligible: w("Not eligible", "Niet in aanmerking", "Non admissible", "Ej behörig", "Anghymwys"),
} as const satisfies Record<string, Words>;
