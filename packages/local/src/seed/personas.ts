/** People of the demonstration: invented, with the roles and memberships by which they try the product out. */
import type { PeopleFileInput } from "@multihelix/core/person/people-file.ts";

type Person = PeopleFileInput["persons"][number];

export interface DemoPerson extends Omit<Person, "personId"> {
  /** Short name in the bar, in scripts and in tests. */
  readonly persona: string;
  /** What they are, in a few words. */
  readonly part: string;
}

/** The people of the parties: those who apply, those who offer. */
const parties: DemoPerson[] = [
  {
    persona: "sme-owner",
    part: "owner of the SME Kiemkracht in Limburg",
    email: "elodie@kiemkracht.example",
    name: "Élodie Vandenbroëck",
    language: "nl",
    memberships: [{ organisation: "kiemkracht", level: "owner" }],
  },
  {
    persona: "sme-editor",
    part: "editor at the SME Kiemkracht in Limburg",
    email: "jurgen@kiemkracht.example",
    name: "Jürgen Claës",
    language: "en",
    memberships: [{ organisation: "kiemkracht", level: "editor" }],
  },
  {
    persona: "lund-sme-owner",
    part: "owner of the SME Blåklint in Lund",
    email: "asa@blaklint.example",
    name: "Åsa Björklund",
    language: "sv",
    memberships: [{ organisation: "blaklint", level: "owner" }],
  },
  {
    persona: "wales-sme-owner",
    part: "owner of the SME Gwymon Bio in Wales",
    email: "tomos@gwymonbio.example",
    name: "Tomôs Llewelyn-Prŷs",
    language: "en",
    memberships: [{ organisation: "gwymon", level: "owner" }],
  },
  {
    persona: "provider-lund",
    part: "contact of the provider Skånska Mätlabbet in Lund",
    email: "orjan@matlabbet.example",
    name: "Örjan Sjöström",
    language: "sv",
    memberships: [{ organisation: "matlabbet", level: "owner" }],
  },
  {
    persona: "provider-wales",
    part: "contact of the provider Canolfan Mesur in Cardiff",
    email: "gwen@canolfanmesur.example",
    name: "Gwên Rhŷs",
    language: "cy",
    memberships: [{ organisation: "canolfan-mesur", level: "owner" }],
  },
  {
    persona: "provider-sherbrooke",
    part: "contact of the provider Précision Estrie in Sherbrooke",
    email: "heloise@precisionestrie.example",
    name: "Héloïse Côté",
    language: "fr",
    memberships: [{ organisation: "precision-estrie", level: "owner" }],
  },
  {
    persona: "provider-uppsala",
    part: "contact of the provider Provningscentrum in Uppsala",
    email: "harald@provningscentrum.example",
    name: "Harald Åström",
    language: "sv",
    memberships: [{ organisation: "provningscentrum", level: "owner" }],
  },
  {
    persona: "patients",
    part: "patient organisation in Lund that poses challenges",
    email: "hjordis@hjartslag.example",
    name: "Hjördis Rönnqvist",
    language: "sv",
    memberships: [{ organisation: "hjartslag", level: "owner" }],
  },
];

interface Profile {
  readonly persona: string;
  readonly part: string;
  readonly name: string;
  readonly email: string;
  readonly language: Person["language"];
  readonly parkId: string;
  readonly employer: string;
  readonly department: string;
  readonly terms: readonly string[];
  readonly reads: readonly Person["language"][];
}

function reviewer({ parkId, employer, department, terms, reads, ...person }: Profile): DemoPerson {
  return {
    ...person,
    roles: [{ role: "reviewer" }],
    reviewer: {
      parkId,
      terms: [...terms],
      languages: [...reads],
      employers: [{ organisation: employer, department, from: "2019-09-01" }],
      interests: [],
      capacity: 12,
    },
  };
}

/** Five who may read a Limburg–Lund case, and one who works for the provider. */
const reviewers: DemoPerson[] = [
  reviewer({
    persona: "reviewer-uppsala",
    part: "reviewer, Uppsala",
    name: "Märta Öhman",
    email: "marta.ohman@fyrisan.example",
    language: "sv",
    parkId: "uppsala",
    employer: "institut-uppsala",
    department: "Analytical chemistry",
    terms: ["assay validation", "enzymology", "enzyme kinetics"],
    reads: ["sv", "en"],
  }),
  reviewer({
    persona: "reviewer-wales",
    part: "reviewer, Wales",
    name: "Siôn Llŷr-Evans",
    email: "sion@twyn.example",
    language: "cy",
    parkId: "wales",
    employer: "sefydliad-cymru",
    department: "Clinical biochemistry",
    terms: ["point-of-care testing", "stability", "shelf life"],
    reads: ["en", "cy"],
  }),
  reviewer({
    persona: "reviewer-sherbrooke",
    part: "reviewer, Sherbrooke",
    name: "Geneviève Lévesque",
    email: "genevieve@deuxrivieres.example",
    language: "fr",
    parkId: "sherbrooke",
    employer: "institut-estrie",
    department: "Génie biomédical",
    terms: ["biosensors", "lyophilised enzyme"],
    reads: ["fr", "en"],
  }),
  reviewer({
    persona: "reviewer-lund",
    part: "reviewer, Lund",
    name: "Sören Lindqvist-Håkansson",
    email: "soren@oresundsinstitut.example",
    language: "sv",
    parkId: "lund",
    employer: "institut-lund",
    department: "Laboratory medicine",
    terms: ["biomaterials", "toxicology"],
    reads: ["sv", "en"],
  }),
  reviewer({
    persona: "reviewer-limburg",
    part: "reviewer, Limburg",
    name: "Lieselöt Daniëls",
    email: "lieselot@demerdal.example",
    language: "nl",
    parkId: "limburg",
    employer: "instituut-limburg",
    department: "Moleculaire diagnostiek",
    terms: ["molecular diagnostics"],
    reads: ["nl", "en", "fr"],
  }),
  reviewer({
    persona: "reviewer-conflicted",
    part: "reviewer, Lund; works for Skånska Mätlabbet",
    name: "Björn Håkansson",
    email: "bjorn.hakansson@matlabbet.example",
    language: "sv",
    parkId: "lund",
    employer: "matlabbet",
    department: "Stability testing",
    terms: ["stability", "lyophilisation"],
    reads: ["sv", "en"],
  }),
];

/** Network-wide duties. */
const network: DemoPerson[] = [
  {
    persona: "secretary",
    part: "network secretary",
    email: "secretary@multihelix.example",
    name: "Nölwenn Ó Briain",
    language: "en",
    roles: [{ role: "secretary" }],
  },
  {
    persona: "auditor",
    part: "auditor of the network",
    email: "auditor@multihelix.example",
    name: "Désirée Ångström",
    language: "en",
    roles: [{ role: "auditor" }],
  },
  {
    persona: "operator",
    part: "operator of the installation; reads, acts by the command line",
    email: "operator@multihelix.example",
    name: "Matthéo Zürcher",
    language: "en",
    roles: [{ role: "auditor" }],
  },
];

export const demoOutsiders: readonly DemoPerson[] = [...parties, ...reviewers, ...network];
