/** The form for reviewing without a connection: one page of HTML that holds the proposal, the questions and what was written so far. */
import { criterionName } from "../../letter/assessment-words.ts";
import { escapeHtml } from "../../letter/set-letter.ts";
import type { Language } from "../../person/person.ts";
import { anchorIn } from "../criterion-label.ts";
import type { Mark } from "../review.ts";
import type { Criterion, Rubric } from "../rubric.ts";
import { type FormWords, formWords } from "./form-words.ts";

export interface FormContent {
  readonly reference: string;
  readonly title: string;
  readonly applicant: string;
  readonly provider: string;
  /** Of the proposal. */
  readonly language: string;
  readonly texts: Readonly<Record<"summary" | "need" | "effect" | "scope", string>>;
  readonly price: string;
  readonly rubric: Rubric;
  readonly marks: readonly Mark[];
  readonly confidence: number;
  /** By which the product knows its form again. */
  readonly token: string;
}

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:46rem;margin:2rem auto;padding:0 1rem}
fieldset,section{border:1px solid #8a9a9a;border-radius:8px;margin:0 0 1.5rem;padding:1rem 1.25rem}legend,h2{font-size:1.15rem;font-weight:600}
label{display:block;font-weight:550;margin:.75rem 0 .25rem}textarea,select{font:inherit;width:100%;box-sizing:border-box;padding:.5rem}textarea{min-height:7rem}
button{font:inherit;font-weight:600;padding:.7rem 1.2rem}.told{white-space:pre-wrap;overflow-wrap:anywhere}.hint{opacity:.75}`;

/** Keeps what is typed in the browser, where it allows that, and gives it out as a file. */
const script = `const form=document.forms[0],kept=document.getElementById("form").textContent.trim(),said=document.getElementById("said"),key="review "+kept.slice(-40);
const read=()=>({form:kept,confidence:Number(form.confidence.value),marks:[...form.querySelectorAll("fieldset[data-criterion]")].map(f=>{const v=n=>f.querySelector("[data-part="+n+"]").value,s=v("score");
return{criterion:f.dataset.criterion,toApplicant:v("toApplicant"),toPark:v("toPark"),...(s===""?{}:{score:s===String(Number(s))?Number(s):s})}})});
const put=d=>{form.confidence.value=d.confidence;for(const m of d.marks)for(const f of form.querySelectorAll("fieldset[data-criterion]"))if(f.dataset.criterion===m.criterion)for(const n of["score","toApplicant","toPark"])f.querySelector("[data-part="+n+"]").value=m[n]??""};
try{const before=localStorage.getItem(key);if(before)put(JSON.parse(before))}catch{}
form.addEventListener("input",()=>{said.textContent="";try{localStorage.setItem(key,JSON.stringify(read()))}catch{}});
form.addEventListener("submit",e=>{e.preventDefault();const a=document.createElement("a");a.href=URL.createObjectURL(new Blob([JSON.stringify(read())],{type:"application/json"}));a.download=form.dataset.name;a.click();said.textContent=said.dataset.text});`;

export function formPage(content: FormContent, language: Language): string {
  const words = formWords[language];
  const told = (head: string, text: string) =>
    text.trim() === ""
      ? ""
      : `<h3>${escapeHtml(head)}</h3><p class="told" lang="${escapeHtml(content.language)}">${escapeHtml(text)}</p>`;
  const { reference, title, applicant, provider, texts, price, rubric, marks, confidence, token } = content;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(`${words.title}: ${reference}`)}</title><style>${style}</style></head>
<body><p class="hint">${escapeHtml(words.confidential)}</p><h1>${escapeHtml(title)}</h1>
<p>${escapeHtml([reference, applicant, provider].filter((part) => part !== "").join(", "))}</p><p>${escapeHtml(words.lead)}</p>
<section><h2>${escapeHtml(words.proposal)}</h2>${told(words.summary, texts.summary)}${told(words.need, texts.need)}${told(words.effect, texts.effect)}${told(words.offer, texts.scope)}${told(words.price, price)}</section>
<form data-name="${escapeHtml(`review-${reference}.json`)}"><h2>${escapeHtml(words.review)}</h2>
${rubric.criteria.map((criterion) => criterionFields(criterion, marks, words, language)).join("\n")}
<label for="confidence">${escapeHtml(words.confidence)}</label><select id="confidence" name="confidence">${words.levels.map((level, at) => option(String(at + 1), level, confidence === at + 1)).join("")}</select>
<p><button type="submit">${escapeHtml(words.save)}</button></p><p id="said" role="status" data-text="${escapeHtml(words.saved)}"></p></form>
<script type="text/plain" id="form">${escapeHtml(token)}</script><script>${script}</script></body></html>
`;
}

function criterionFields(criterion: Criterion, marks: readonly Mark[], words: FormWords, language: Language): string {
  const id = escapeHtml(criterion.id);
  const mark = marks.find((one) => one.criterion === criterion.id);
  const step = criterion.halfMarks ? 0.5 : 1;
  const scores = Array.from({ length: criterion.max / step + 1 }, (_, at) => String(at * step));
  const options = [
    option("", words.choose, mark === undefined),
    ...scores.map((score) => {
      const anchor = Number.isInteger(Number(score)) ? anchorIn(criterion, Number(score), language) : undefined;
      return option(score, anchor === undefined ? score : `${score}: ${anchor}`, String(mark?.score) === score);
    }),
    option("not-assessable", words.notAssessable, mark?.score === "not-assessable"),
    option("out-of-scope", words.outOfScope, mark?.score === "out-of-scope"),
  ];
  const text = (part: "toApplicant" | "toPark") =>
    `<label for="${part}-${id}">${escapeHtml(words[part])}</label><textarea id="${part}-${id}" data-part="${part}" maxlength="4000">${escapeHtml(mark?.[part] ?? "")}</textarea>`;
  return `<fieldset data-criterion="${id}"><legend>${escapeHtml(criterionName(criterion, language))} (${criterion.weight} %)</legend>
<label for="score-${id}">${escapeHtml(words.mark)}</label><select id="score-${id}" data-part="score">${options.join("")}</select>
${text("toApplicant")}
${text("toPark")}</fieldset>`;
}

function option(value: string, label: string, chosen: boolean): string {
  return `<option value="${escapeHtml(value)}"${chosen ? " selected" : ""}>${escapeHtml(label)}</option>`;
}
