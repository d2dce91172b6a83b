import { html } from 'hono/html';
import openapi from '../openapi.data.json' with { type: 'json' };
import { html as htmlReply, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import { type Html, layout } from './layout.ts';
import { UI } from './words.ts';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: { type?: string; enum?: string[]; format?: string; default?: unknown; minimum?: number; maximum?: number };
}
interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, unknown>; description?: string }>;
  security?: Record<string, string[]>[];
}

interface Document {
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
}

/** `GET /docs`: the reference, rendered from the OpenAPI document alone. */
export async function docsPage({ lang, query, origin }: ApiRequest): Promise<Reply> {
  const document = openapi as unknown as Document;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ''))];
  const body = html`<div lang="en"><h1>API</h1>
<p>${document.info.description}</p>
<p><a href="/openapi.json">OpenAPI 3.1</a> · <a href="/v1/datapackage.json">Data package and codebook</a> · <a href="/v1/export.csv">CSV</a> · <a href="/v1/export.ndjson">NDJSON</a></p>
<pre><code>curl '${origin}/v1/commitments?status=overdue&limit=5'</code></pre>
${tags.map(
  (tag) =>
    html`<h2>${tag}</h2>${operations
      .filter(({ operation }) => operation.tags?.[0] === tag)
      .map((one) => operationView(one.path, one.method, one.operation))}`,
)}</div>`;
  return htmlReply(layout({ lang, title: UI[lang].reference, path: '/docs', query, body }), { maxAge: 3600 });
}

function operationView(path: string, method: string, operation: Operation): Html {
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  const types = Object.keys(success?.[1].content ?? {});
  const parameters = operation.parameters ?? [];
  return html`<details class="operation"><summary><code><b>${method.toUpperCase()}</b> ${path}</code> ${operation.summary ?? ''}</summary>
${operation.description ? html`<p>${operation.description}</p>` : ''}
${
  operation.security
    ? html`<p class="meta">Bearer token, scope ${Object.values(operation.security[0] ?? {})
        .flat()
        .join(', ')}</p>`
    : ''
}
${
  parameters.length > 0
    ? html`<div class="scroll" tabindex="0" role="region" aria-label="${path}"><table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Takes</th><th scope="col">Meaning</th></tr></thead><tbody>${parameters.map(
        (p) =>
          html`<tr><td><code>${p.name}</code></td><td>${p.in}</td><td>${takes(p)}</td><td>${p.description ?? ''}${p.example === undefined ? '' : html` <code>${String(p.example)}</code>`}</td></tr>`,
      )}</tbody></table></div>`
    : ''
}
<p class="meta">${success?.[0]}: ${types.join(', ')}</p></details>`;
}

function takes({ schema = {} }: Parameter): string {
  if (schema.enum) return schema.enum.join(' | ');
  const range = schema.minimum === undefined ? '' : ` ${schema.minimum}–${schema.maximum}`;
  const otherwise = schema.default === undefined ? '' : `, ${String(schema.default)} otherwise`;
  return `${schema.format ?? schema.type ?? 'string'}${range}${otherwise}`;
}
