/** The name of the form around a field: where a page has several, fields of one name need ids of their own. */
import { createContext } from "react";

export const FormName = createContext("");
