namespace NeuralNotebooks.Site.Tests;

public sealed class NotebookFuzzTests
{
    private static readonly string[] _texts =
    [
        "# Title\n\n*Notebook 1 · about 25 minutes*\n\nSummary with $x_1$:\n\n- one;\n- two.\n",
        "## A [link](b%20c.ipynb#d) ![image](attachment:e.png) <a href=\"f.csv\">f</a>\n\n> **Predict.** Why?\n",
        "<details><summary>**Hint** $y$</summary>\n\n```csharp\nvar z = a.Length;\n```\n\n</details>\n",
        "| a | b |\n|---|--:|\n| `c` | *d* |\n\n$$\n\\frac{a}{b} \\hat x\n$$\n\n[x](a%00b) \uFFFE\n",
        "1. \"quoted\" -- text... ~~gone~~ <https://example.org> www.example.org &amp; \\\\\n",
    ];

    private static readonly string[] _codes =
    [
        "Value x = new(3.0, \"x\"); // c\n#r \"a.dll\"\n$\"{x:F2}\"",
        "Claim.Holds(a < b);",
        "",
        "if (a is { Length: > 0 } and not null) return Math.PI;",
    ];

    private static readonly (string Type, string Content)[] _outputs =
    [
        ("text/html", "<script type=\"application/json\">1</script><div style=\"color: red\">a</div>"),
        ("application/vnd.neuralnotebooks+json", "{\"claims\":2,\"verdict\":[]}"),
        ("text/html", "<svg viewBox=\"0 0 1 1\"><title>t</title><rect fill=\"a(b)\"/></svg><table><tr><td>1</table>"),
        ("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>a</title></svg>"),
        ("image/png", "iVBORw0KGgo="),
        ("text/markdown", "**a** $b$ [c](d.txt)"),
        ("text/latex", "$$\\frac{a}{b}$$"),
        ("text/plain", "\u001b[31mred\u001b[0m\rover"),
        ("application/json", "{\"a\":1}"),
    ];

    /// <summary>No conversion fails, except for parts that are nested too deeply.</summary>
    [Fact]
    public void Damaged_notebooks_are_rendered_or_rejected() =>
        Fuzz.Run(random =>
        {
            byte[] damaged = Fuzz.Mutate(random, Encoding.UTF8.GetBytes(Hostile(random).ToJson()));
            if (random.Next(2) == 0)
                damaged = Encoding.UTF8.GetBytes(Hostile(random).ToJson());
            Notebook notebook;
            try
            {
                notebook = Notebook.Parse(Encoding.UTF8.GetString(damaged), "a.ipynb");
            }
            catch (NotebookFormatException)
            {
                return;
            }
            string file = Fuzz.Text(random).Replace('\0', '0').Replace('/', '-') + "a.ipynb";
            string path = Path.Combine(Path.GetTempPath(), "no-such-folder", file);
            var context = new SiteContext([path], new() { IsUntrusted = random.Next(2) == 0 });
            var source = new NotebookSource(path, notebook, context.Map.Pages[0]);
            var scope = PageScope.Of(source, context, isLive: random.Next(2) == 0);
            NotebookPage page = NotebookRenderer.Render(source, scope);
            var site = new SiteFrame("T", "1", false, new(null), null);
            context.Formulas.Typeset("no-such-program", CancellationToken.None);
            string html = NotebookTemplate.Of(site, page, "a", page, null).Written(context.Formulas.Typeset);
            FrontPage front = FrontPageRenderer.Render(null, null, "T", context, [page]);
            html += $"{IndexTemplate.Of(site, front, [page], page)}{SearchIndex.Of([page])}";

            Assert.NotEmpty(html);
            Assert.DoesNotContain(
                page.Scope.Report.Problems,
                problem => problem.Message.Contains("cannot be") && !problem.Message.Contains("depth limit"));
        });

    private static Notebook Hostile(Random random)
    {
        var notebook = new Notebook(new JsonObject { ["kernelspec"] = new JsonObject { ["language"] = "C#" } });
        for (int cells = random.Next(1, 6); cells > 0; cells--)
        {
            if (random.Next(2) == 0)
            {
                notebook.Cells.Add(new MarkdownCell($"m{cells}", Spoiled(random, Fuzz.Pick(random, _texts))));
                continue;
            }
            string id = $"c{cells}{(random.Next(4) == 0 ? "-claim" : "")}";
            var code = new CodeCell(id, Spoiled(random, Fuzz.Pick(random, _codes)));
            for (int outputs = random.Next(4); outputs > 0; outputs--)
            {
                (string type, string content) = Fuzz.Pick(random, _outputs);
                content = Spoiled(random, content);
                var data = new MimeBundle { { random.Next(9) == 0 ? Fuzz.Text(random) : type, content } };
                code.Outputs.Add(
                    random.Next(5) switch
                    {
                        0 => new StreamOutput(random.Next(2) == 0 ? StreamName.Stdout : StreamName.Stderr, content),
                        1 => new ErrorOutput(content, Fuzz.Text(random), [new(content)]),
                        2 => new ExecuteResult(data, new JsonObject { ["width"] = random.Next() }, 1),
                        3 => new ExecuteResult(data, new JsonObject { ["width"] = content }, 1),
                        _ => new DisplayData(data, [], null),
                    });
            }
            notebook.Cells.Add(code);
        }

        return notebook;
    }

    /// <summary>A text with pieces removed, repeated, or inserted from other texts.</summary>
    private static string Spoiled(Random random, string text)
    {
        for (int changes = random.Next(6); changes > 0; changes--)
        {
            int at = random.Next(text.Length + 1), length = random.Next(Math.Min(20, text.Length - at) + 1);
            string other = Fuzz.Pick(random, _texts);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, string.Concat(Enumerable.Repeat(text.Substring(at, length), random.Next(300)))),
                2 => text.Insert(at, Fuzz.Text(random)),
                _ => text.Insert(at, other[random.Next(other.Length)..]),
            };
        }

        return text;
    }
}
