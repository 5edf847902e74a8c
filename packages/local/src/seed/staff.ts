/** Staff of the four paying parks of the demonstration: two of each duty where duties must be apart, and a substitute. */
import type { DemoPerson } from "./personas.ts";

type Language = DemoPerson["language"];
type Role = "manager" | "approver" | "finance" | "redress";

interface Staff {
  readonly parkId: string;
  readonly park: string;
  readonly language: Language;
  /** Another park for whose redress officer this park's officer stands in. */
  readonly redressFor?: string;
  /** Persona without the park → name and mailbox. */
  readonly people: Readonly<Record<string, { readonly name: string; readonly mailbox: string }>>;
}

const roles: Readonly<Record<string, readonly Role[]>> = {
  manager: ["manager"],
  "second-manager": ["manager"],
  approver: ["approver"],
  "second-approver": ["approver"],
  finance: ["finance"],
  "second-finance": ["finance"],
  redress: ["redress"],
  substitute: ["manager", "approver", "finance"],
};

const parks: readonly Staff[] = [
  {
    parkId: "limburg",
    redressFor: "lund",
    park: "Limburg",
    language: "nl",
    people: {
      manager: { name: "Noëlle Claesen", mailbox: "noelle.claesen" },
      "second-manager": { name: "Andreï Vanderstraeten", mailbox: "andrei.vanderstraeten" },
      approver: { name: "Hélène Schrijvers", mailbox: "helene.schrijvers" },
      "second-approver": { name: "Raphaël Moors", mailbox: "raphael.moors" },
      finance: { name: "Jérôme Thijs", mailbox: "jerome.thijs" },
      "second-finance": { name: "Anaïs Geraerts", mailbox: "anais.geraerts" },
      redress: { name: "Joëlle Truyens", mailbox: "joelle.truyens" },
      substitute: { name: "Zoë Bollen", mailbox: "zoe.bollen" },
    },
  },
  {
    parkId: "lund",
    redressFor: "limburg",
    park: "Lund",
    language: "sv",
    people: {
      manager: { name: "Åsa Nordström", mailbox: "asa.nordstrom" },
      "second-manager": { name: "Göran Wällstedt", mailbox: "goran.wallstedt" },
      approver: { name: "Kerstin Öberg", mailbox: "kerstin.oberg" },
      "second-approver": { name: "Måns Sjöberg", mailbox: "mans.sjoberg" },
      finance: { name: "Håkan Sjögren", mailbox: "hakan.sjogren" },
      "second-finance": { name: "Märit Åkesson", mailbox: "marit.akesson" },
      redress: { name: "Gösta Hägglund", mailbox: "gosta.hagglund" },
      substitute: { name: "Björn Älvestad", mailbox: "bjorn.alvestad" },
    },
  },
  {
    parkId: "wales",
    redressFor: "sherbrooke",
    park: "Wales",
    language: "en",
    people: {
      manager: { name: "Siân Môn", mailbox: "sian.mon" },
      "second-manager": { name: "Rhŷdian Pŵel", mailbox: "rhydian.pwel" },
      approver: { name: "Lowri Tŷ-Gwyn", mailbox: "lowri.ty-gwyn" },
      "second-approver": { name: "Iolô Prys", mailbox: "iolo.prys" },
      finance: { name: "Huw Rhŷdderch", mailbox: "huw.rhydderch" },
      "second-finance": { name: "Mêlanie Caradog", mailbox: "melanie.caradog" },
      redress: { name: "Nerŷs Tomôs", mailbox: "nerys.tomos" },
      substitute: { name: "Glân Bŵen", mailbox: "glan.bwen" },
    },
  },
  {
    parkId: "sherbrooke",
    redressFor: "wales",
    park: "Sherbrooke",
    language: "fr",
    people: {
      manager: { name: "Maëlle Côté-Gagnon", mailbox: "maelle.cote-gagnon" },
      "second-manager": { name: "Étienne Beauséjour", mailbox: "etienne.beausejour" },
      approver: { name: "Chloé Gagné", mailbox: "chloe.gagne" },
      "second-approver": { name: "Loïc Bélanger", mailbox: "loic.belanger" },
      finance: { name: "François Thériault", mailbox: "francois.theriault" },
      "second-finance": { name: "Maélie Bérubé", mailbox: "maelie.berube" },
      redress: { name: "Félicité Desrosiers", mailbox: "felicite.desrosiers" },
      substitute: { name: "Noémie Hébert", mailbox: "noemie.hebert" },
    },
  },
];

export const demoStaff: readonly DemoPerson[] = parks.flatMap(({ parkId, park, language, redressFor, people }) =>
  Object.entries(people).map(([duty, { name, mailbox }]): DemoPerson => {
    const held = roles[duty] ?? [];
    const substitute = duty === "substitute";
    const elsewhere = duty === "redress" ? parks.find((other) => other.parkId === redressFor) : undefined;
    return {
      persona: `${parkId}-${duty}`,
      part: substitute
        ? `substitute for every duty, ${park}`
        : [`${held.join(", ")}, ${park}`, ...(elsewhere ? [`substitute in ${elsewhere.park}`] : [])].join("; "),
      email: `${mailbox}@${parkId}.example`,
      name,
      language,
      roles: [
        ...held.map((role) => ({ role, parkId, substitute })),
        ...(elsewhere ? [{ role: "redress" as const, parkId: elsewhere.parkId, substitute: true }] : []),
      ],
    };
  }),
);
