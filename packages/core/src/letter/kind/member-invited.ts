/** Somebody is invited into an organisation by one of its owners. */
import type { Membership } from "../../organisation/membership.ts";
import type { Template } from "../template.ts";

export interface MemberInvitedData {
  readonly organisation: string;
  readonly inviter: string;
  readonly level: Membership["level"];
  /** Last day on which it can be accepted. */
  readonly until: string;
  readonly path: string;
}

type Levels = Readonly<Record<Membership["level"], string>>;

const en: Levels = {
  owner: "to act for it in everything, and to invite others",
  editor: "to write and send applications and to answer for them",
  finance: "to file claims and to look after its bank account",
  viewer: "to read its cases",
};
const nl: Levels = {
  owner: "om er in alles voor te handelen en anderen uit te nodigen",
  editor: "om aanvragen te schrijven en in te dienen en ervoor in te staan",
  finance: "om declaraties in te dienen en de bankrekening te beheren",
  viewer: "om de dossiers te lezen",
};
const fr: Levels = {
  owner: "pour agir en son nom en toute chose et inviter d’autres personnes",
  editor: "pour rédiger et envoyer des demandes et en répondre",
  finance: "pour déposer des demandes de paiement et gérer le compte bancaire",
  viewer: "pour lire ses dossiers",
};
const sv: Levels = {
  owner: "för att företräda den i allt och bjuda in andra",
  editor: "för att skriva och skicka ansökningar och svara för dem",
  finance: "för att lämna in krav och sköta bankkontot",
  viewer: "för att läsa dess ärenden",
};
const cy: Levels = {
  owner: "i weithredu drosto ym mhopeth ac i wahodd eraill",
  editor: "i ysgrifennu ac anfon ceisiadau ac i ateb drostynt",
  finance: "i gyflwyno hawliadau ac i ofalu am y cyfrif banc",
  viewer: "i ddarllen ei achosion",
};

export const memberInvited: Template<MemberInvitedData> = {
  en: ({ organisation, inviter, level, until, path }, say) => ({
    subject: `${inviter} invites you into ${organisation}`,
    body: [
      `${inviter} invites you into ${organisation}: ${en[level]}.`,
      `Sign in with this e-mail address and accept until ${say.day(until)}. The invitation is for you alone and works once.`,
      "If you do not know who this is, do nothing: it ends by itself.",
      { link: "Look at the invitation", path },
    ],
  }),
  nl: ({ organisation, inviter, level, until, path }, say) => ({
    subject: `${inviter} nodigt u uit bij ${organisation}`,
    body: [
      `${inviter} nodigt u uit bij ${organisation}: ${nl[level]}.`,
      `Meld u aan met dit e-mailadres en aanvaard uiterlijk op ${say.day(until)}. De uitnodiging is alleen voor u en werkt één keer.`,
      "Weet u niet wie dit is, doe dan niets: ze vervalt vanzelf.",
      { link: "De uitnodiging bekijken", path },
    ],
  }),
  fr: ({ organisation, inviter, level, until, path }, say) => ({
    subject: `${inviter} vous invite à rejoindre ${organisation}`,
    body: [
      `${inviter} vous invite à rejoindre ${organisation} : ${fr[level]}.`,
      `Connectez-vous avec cette adresse et acceptez au plus tard le ${say.day(until)}. L’invitation est pour vous seul et ne sert qu’une fois.`,
      "Si vous ne savez pas qui c’est, ne faites rien : elle expire d’elle-même.",
      { link: "Voir l’invitation", path },
    ],
  }),
  sv: ({ organisation, inviter, level, until, path }, say) => ({
    subject: `${inviter} bjuder in dig till ${organisation}`,
    body: [
      `${inviter} bjuder in dig till ${organisation}: ${sv[level]}.`,
      `Logga in med den här e-postadressen och tacka ja senast den ${say.day(until)}. Inbjudan gäller bara dig och fungerar en gång.`,
      "Om du inte vet vem det är behöver du inte göra något: den upphör av sig själv.",
      { link: "Se inbjudan", path },
    ],
  }),
  cy: ({ organisation, inviter, level, until, path }, say) => ({
    subject: `Mae ${inviter} yn eich gwahodd i ${organisation}`,
    body: [
      `Mae ${inviter} yn eich gwahodd i ${organisation}: ${cy[level]}.`,
      `Mewngofnodwch gyda’r cyfeiriad e-bost hwn a derbyniwch erbyn ${say.day(until)}. I chi yn unig y mae’r gwahoddiad, ac mae’n gweithio unwaith.`,
      "Os na wyddoch pwy yw hwn, peidiwch â gwneud dim: daw i ben ohono’i hun.",
      { link: "Gweld y gwahoddiad", path },
    ],
  }),
};
