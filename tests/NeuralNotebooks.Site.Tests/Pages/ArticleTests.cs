namespace NeuralNotebooks.Site.Tests;

/// <summary>Tests how cells are rendered. For each case, Articles.approved.txt has the table of contents, the article,
/// and the reported problems.</summary>
public sealed class ArticleTests(ArticleTests.AllArticles all) : IClassFixture<ArticleTests.AllArticles>
{
    private static readonly ExecuteResult _threeClaims =
        new(WithFacts("<div class=\"nn-claim\">✓ L: 10</div>", new() { ["claims"] = 3 }).Data, [], 1);

    private static readonly (string Name, Cell[] Cells)[] _articles =
    [
        .. new Dictionary<string, string>
        {
            ["A prompt is an aside with its label, and any other block quote stays one"] = """
                > **Predict.** How many?
                >
                > And why?

                So.

                > **Careful.** A quotation.

                So.

                > Predict. Not in bold.

                So.

                > *Predict.* In italics.
                """,
            ["Folded text is Markdown between empty lines"] = """
                <details><summary>Hint</summary>Think of **one**.</details>

                <details>
                <summary>A `hint`</summary>

                Think of **two**.

                </details>
                <details><summary>Solution</summary>

                ```csharp
                int x = 1; // </details>
                ```

                $$x$$

                </details>

                After.
                """,
            ["A mention of the tag in a code fence or a sentence is text"] = """
                The tag `</details>` closes it.

                ```html
                <details><summary>S</summary>T</details>
                ```
                """,
            ["Headings keep formulas and code and lose links in the contents"] =
                "## The `×` gate of $x$ and [σ](https://example.org)\n\n## Second\n",
            ["The contents nest where levels rise and fall"] = "## A\n\n### B\n\n### C\n\n## D\n",
            ["The contents nest where the first level is not the top"] = "### A\n\n## B\n\n### C\n\n#### D\n\n## E\n",
            ["The contents nest where a level is left out"] = "## A\n\n#### B\n\n### C\n\n### D\n\n## E\n\n## F\n",
            ["The contents have the two topmost levels"] = "#### A\n\n#### B\n\n##### C\n\n##### D\n\n###### E\n",
            ["Quotation marks are typographic outside code and formulas"] =
                "The notes' \"average\" and `\"code\"` and $g'(z)$.",
            ["A formula is read between dollar signs"] = """
                Let $x$ be, and ($W^{[1]}$). The $i$-th of $n$. $g'(z)$ and $a < b$. In line $$x + y$$ too.

                $$x + y$$

                $$
                x
                = y
                - z

                + w
                $$

                $$\begin{aligned}
                a &= b \\
                c &= d
                \end{aligned}$$

                - a point

                  $$x_1 * x_2 * x_3$$

                | a | b |
                |---|---|
                | $|x|$ | $y$ |

                Text before
                $$x$$
                and after.
                """,
            ["What is not a formula stays text"] =
                "It costs $5 and $6 today.\n\nA code span `$x$` shows itself.\n\nEscaped \\$x\\$.\n\n```\n$x$\n```",
            ["A display formula that is never closed is reported"] = "$$\nx = 1\n\nText.",
            ["A link has the address of its target in the site"] = """
                [a](02-b.ipynb) [a](./02-b.ipynb#Its-Part) [a](02-b.ipynb#its-part) [a](#Own-part:-1)
                <a href="02-b.ipynb">a</a> <img alt="i" src='pictures/one%20image.svg' /> ![i](<pictures/one image.svg>)
                [data](data.csv) [out](https://example.org/a?b=1&c=2#d) [mail](mailto:a@example.org)

                ## Own part: 1
                """,
            ["A link that leads nowhere is reported with notebook and place"] = """
                [a](05-missing.ipynb) [a](later.ipynb) [a](02-b.ipynb#no-part) [a](#no-part) [a](pictures)
                ![i](no.png) ![](<pictures/one image.svg>) ![i](https://example.org/i.png)
                """,
            ["A link to a name that no file can have is reported"] = "[x](a%00b) ![y](c%00d)",
            ["A heading with a noncharacter has an anchor"] = "## a\uFFFEb",
        }.Select(text => (text.Key, new Cell[] { Code("1"), Text(text.Value) })),
        ("Code with a missing name is shown", [Code("var z = .Length;"), Code("return .X"), Code("if(.A){}")]),
        ("A payload that is not base64 is not an image",
        [
            Code("1", [.. ((string[])["png", "jpeg", "gif", "webp"]).Select(type =>
                Shown("image/" + type, "AAAA\" onerror=\"alert(1)"))]),
        ]),
        ("A line in italics under the title is its meta line", [Text("# T\n\n*25 minutes · after 02*\n\nText.\n")]),
        ("Text is escaped and HTML is included unchanged",
        [
            Code("x", new StreamOutput(StreamName.Stdout, "<script>alert(1)</script> & \"q\"\n"),
                Shown("text/html", "<b class=\"x\">bold</b>"), Shown("text/plain", "<i>")),
        ]),
        ("The richest form of a value is shown",
        [Code("x", Result(("text/plain", "plain"), ("image/svg+xml", "<svg/>"), ("text/html", "<b>html</b>")))]),
        ("An svg is an image whose alternative text is its plain text",
        [
            Code("x", Result(
                ("text/plain", "A circuit"), ("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"))),
        ]),
        ("A png keeps its size and its text",
        [
            Code("x", new DisplayData(
                new MimeBundle { { "image/png", "iVBORw0\nKGgo=\n" }, { "text/plain", "a digit" } },
                new JsonObject { ["image/png"] = new JsonObject { ["width"] = 112, ["height"] = 112 } }, null)),
        ]),
        ("Pieces of one stream are one block and the streams stay in order",
        [
            Code("x", new StreamOutput(StreamName.Stdout, "a"), new StreamOutput(StreamName.Stdout, "b\n"),
                new StreamOutput(StreamName.Stderr, "oh\n"), new StreamOutput(StreamName.Stdout, "c\n")),
        ]),
        ("An error shows its name, its message and its trace and marks its cell, with a link to it",
        [
            Text("# A\n\n## Cell 1"),
            Code("W * X", Failure("System.ArgumentException", "W is 2×4 & X is <3×5>",
                "\u001b[31mcell 1, line 1\u001b[0m", "   at …")),
        ]),
        ("Markdown and formulas may be outputs",
            [Code("x", Shown("text/markdown", "*so*"), Shown("text/latex", "$$x^2$$"))]),
        ("An empty cell without output is left out", [Code("  \n"), Text("End.")]),
        ("A cell in another language is not coloured as C#",
            [Cell("int = new", "polyglot_notebook", "kernelName", "pwsh")]),
        ("Claims after a cell are one line below its caption, and those after a text are below it",
        [
            new CodeCell("code", "L"), new MarkdownCell("caption", "*The loss*\n\nText."),
            new MarkdownCell("text", "More."),
            Claim("code", _threeClaims), Claim("text", _threeClaims), Claim("text"),
        ]),
        ("A claim that failed is open", [new CodeCell("code", "L"), Claim("code", Failure("ClaimException", "L: 9"))]),
        ("Outputs that answer a prompt are folded",
        [
            Code("1", Shown("text/html", "<b>one</b>")),
            Text("> **Predict.** What is next?"),
            Tagged(["answer"], "int a = 2;", Shown("text/html", "<b>two</b>")),
            Tagged(["answer"], "a + 1", Shown("text/html", "<b>three</b>")),
            Text("Seen.\n\n## Next"),
            Code("5", Shown("text/html", "<b>five</b>")),
        ]),
        ("A checkpoint is a section with its task, the cell that checks it, hint and solution",
        [
            TaskText("Before.\n\n#### Checkpoint 1\n\n*About 5 minutes*\n\n**Write the *sum* of $x$ and `y`.** It has "
                + "two.\n\nMore."),
            Code("int one = 1;"),
            Code("Check(F)", Verdict("no")),
            Text("<details><summary>Hint</summary>\n\nThink.\n\n</details>\n\nAfter it."),
            TaskText("#### Checkpoint 2: catch the mistakes\n\n**Now judge**"),
            Code("Check(G)", Verdict("yes", "correct")),
            Text("## Next"),
        ]),
        ("Tags hide a cell, its code or its output, but no error",
        [
            Tagged(["hide-input"], "1", Shown("text/html", "<b>one</b>")),
            Tagged(["hide-output"], "2", Shown("text/html", "<b>two</b>")),
            Tagged(["hide-input", "hide-output"], "3", Shown("text/html", "<b>three</b>")),
            Tagged(["hide-input"], "int four = 4;"),
            Tagged(["hide-input", "hide-output", "remove-cell"], "5", Failure("Exception", "shown")),
            Tagged(["remove-cell"], "6", Shown("text/html", "<b>six</b>")),
            new MarkdownCell("x", "## Removed", new() { ["tags"] = new JsonArray("remove-cell") }),
            Tagged(["skip-execution", "other"], "7"),
        ]),
        ("The tags of Jupyter Book remove or fold the code or the outputs of a cell, but no error",
        [
            Tagged(["remove-input"], "1", Shown("text/html", "<b>one</b>")),
            Tagged(["remove_input"], "int two = 2;"),
            Tagged(["remove-output"], "3", new StreamOutput(StreamName.Stdout, "three"), Shown("text/plain", "3")),
            Tagged(["remove-input", "remove-output"], "4", Shown("text/plain", "four")),
            Tagged(["remove-input", "remove-output", "hide-cell"], "5", new StreamOutput(StreamName.Stdout, "x"),
                Failure("Exception", "shown")),
            Tagged(["hide-cell"], "6", Shown("text/plain", "six")),
            Tagged(["remove-stdout"], "7", new StreamOutput(StreamName.Stdout, "out"),
                new StreamOutput(StreamName.Stderr, "error")),
            Tagged(["remove_stderr"], "8", new StreamOutput(StreamName.Stdout, "out"),
                new StreamOutput(StreamName.Stderr, "error")),
        ]),
        ("The code between a control and a figure is folded if its author hides it",
        [
            Code("double w = Slider(\"w\", 0, 1);", WithFacts("<p>w = 0</p>", new()
                { ["control"] = "w", ["field"] = new JsonObject { ["kind"] = "range" } })),
            Tagged(["hide-input"], "Plot(w)", Shown("text/html", "<b>drawn</b>")),
            Code("Plot(w)", Shown("text/html", "<b>drawn again</b>")),
        ]),
    ];

    public static TheoryData<string> Articles => [.. _articles.Select(article => article.Name)];

    [Theory]
    [MemberData(nameof(Articles))]
    public void A_page_shows(string fact)
    {
        string stem = AllArticles.Stem(fact), page = all.Course.Read(stem + ".html");
        string[] parts =
        [
            Part(page, "<nav class=\"contents\"", "</nav>"),
            Part(page, "<article>", "</article>"),
            .. all.Course.Report.Problems.Where(problem => problem.Notebook == stem + ".ipynb")
                .Select(problem => $"! {problem.Place}: {problem.Message}"),
        ];

        string[] lines = string.Join('\n', parts.Where(part => part.Length > 0)).Split('\n');
        ApprovedTexts.Check("Pages/Articles", fact, string.Concat(lines.Select(line => $" {line}".TrimEnd() + "\n")));
    }

    private static ExecuteResult Result(params (string Type, string Content)[] forms)
    {
        var data = new MimeBundle();
        foreach ((string type, string content) in forms)
            data.Add(type, content);
        return new(data, [], 1);
    }

    private static CodeCell Claim(string after, params Output[] outputs)
    {
        var cell = new CodeCell($"claim-{outputs.Length}-{after}", "Claim.Close(L, 10)", new() { ["after"] = after });
        foreach (Output output in outputs)
            cell.Outputs.Add(output);
        return cell;
    }

    private static CodeCell Cell(string source, string owner, string name, JsonNode value) =>
        new("x", source, new() { [owner] = new JsonObject { [name] = value } });

    public sealed class AllArticles : IDisposable
    {
        public AllArticles()
        {
            Course.SourceFile("pictures/one image.svg", "<svg/>");
            Course.SourceFile("data.csv", "1,2");
            Course.SourceFile("later.ipynb", "{}");
            foreach ((string name, Cell[] cells) in _articles)
                Course.With(
                    Stem(name) + ".ipynb",
                    cells is [MarkdownCell { Source: ['#', ..] }, ..] ? cells : [Text("# A"), .. cells]);
            Course.With("02-b.ipynb", Text("# B\n\n## Its Part\n")).Build(new() { Node = "no-such-program" });
        }

        internal TemporaryCourse Course { get; } = new();

        internal static string Stem(string name) => Slug.Of(name);

        public void Dispose() => Course.Dispose();
    }
}
