import { DateFields } from "@multihelix/web/component/date-fields.tsx";
import { ErrorSummary } from "@multihelix/web/component/error-summary.tsx";
import { MoneyField } from "@multihelix/web/component/money-field.tsx";
import { ProblemNote } from "@multihelix/web/component/problem-note.tsx";
import { RadioField } from "@multihelix/web/component/radio-field.tsx";
import { TextField } from "@multihelix/web/component/text-field.tsx";
import { ApiProblem, unreachable } from "@multihelix/web/problem.ts";
import type { ReactNode } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { describe, expect, it } from "vitest";
import { render } from "../fixture/render.tsx";

function Wrapped({
  errors = {},
  children,
}: {
  errors?: Record<string, { type: string; message: string }>;
  children: ReactNode;
}) {
  const form = useForm({ errors });
  return <FormProvider {...form}>{children}</FormProvider>;
}

describe("a field", () => {
  it("has its label above, its hint and error tied to the control", () => {
    const html = render(
      <Wrapped errors={{ price: { type: "custom", message: "Enter the price." } }}>
        <MoneyField name="price" label="Price" hint="Without VAT" currency="EUR" />
      </Wrapped>,
    );
    expect(html).toContain('<label for="field-price">Price</label>');
    expect(html).toContain('aria-describedby="field-price-hint field-price-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain("Enter the price.");
  });

  it("without a fault is not called invalid", () => {
    expect(
      render(
        <Wrapped>
          <TextField name="name" label="Name" />
        </Wrapped>,
      ),
    ).not.toContain("aria-invalid");
  });

  it("with several controls is a group with a legend, and its first control takes the focus", () => {
    const radios = render(
      <Wrapped>
        <RadioField
          name="size"
          label="Size"
          options={[
            { value: "s", label: "Small" },
            { value: "m", label: "Medium" },
          ]}
        />
      </Wrapped>,
    );
    expect(radios.match(/id="field-size"/g)).toHaveLength(1);
    const date = render(
      <Wrapped>
        <DateFields name="start" label="Start" />
      </Wrapped>,
    );
    expect(date).toContain("<legend");
    expect(date.match(/<input/g)).toHaveLength(3);
    expect(date).toContain('name="start.day"');
  });
});

describe("what went wrong", () => {
  it("stands on top with a link to each field", () => {
    const html = render(<ErrorSummary attempt={1} faults={[{ name: "price", message: "Enter the price." }]} />);
    expect(html).toContain('href="#field-price"');
    expect(html).toContain('role="alert"');
  });

  it("is one plain sentence, what was kept, and what to do", () => {
    const late = new ApiProblem(
      409,
      "task.already-answered",
      "Greet Hermans answered this at 14:03. Nothing was changed by your answer.",
    );
    expect(render(<ProblemNote problem={late} kept="typed" />)).toContain(
      "Greet Hermans answered this at 14:03. Nothing was changed by your answer. What you typed is still here. Load the page again",
    );
    expect(render(<ProblemNote problem={unreachable()} />)).toContain("The server did not answer.");
    expect(render(<ProblemNote problem={new ApiProblem(500, "fault.unknown", "x", { faultId: "01J" })} />)).toContain(
      "number 01J",
    );
    expect(render(<ProblemNote problem={new Error("secret detail")} />)).not.toContain("secret detail");
  });
});
