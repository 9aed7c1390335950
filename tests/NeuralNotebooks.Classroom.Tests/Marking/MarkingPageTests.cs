using System.Text.Json.Nodes;

namespace NeuralNotebooks.Classroom.Tests.Marking;

public sealed class MarkingPageTests : IDisposable
{
    /// <summary>A question with a formula, and a model answer with its rubric.</summary>
    private const string Reference = """
        <!-- TASK why: 3 points, by hand -->
        ## Why $W^T$?

        In your own words.

        *(Double-click this cell and write below the line.)*

        ---

        <!-- BEGIN SOLUTION -->
        Along each path.

        **Marking.** 1 point: several paths, $w_{jk}$ each.
        1.5 points: the sum over the units. Shapes alone earn nothing.
        <!-- END SOLUTION -->
        """;

    private const string Given = """
        <!-- TASK why: 3 points, by hand -->
        ## Why $W^T$?

        In your own words.

        *(Double-click this cell and write below the line.)*

        ---

        """;

    private static AssignmentSource Source =>
        SourceNotebook.Read(
            "// TASK one: 1 point\n// BEGIN SOLUTION\ndouble One() => 1;\n// END SOLUTION",
            "// TESTS one\n// BEGIN HIDDEN TESTS\nProbe(\"it\", One());\n// END HIDDEN TESTS",
            Reference
        );

    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void Shows_only_what_a_student_has_added_rendered()
    {
        Add("ada", Given + "\nBecause of **all** paths: $x_k$.\n\n- one\n- two");
        string page = Page();

        string answer = Assert.Single(Answers(page));
        answer.ShouldContain("<strong>all</strong>", "<li>one</li>");
        answer.ShouldNotContain("In your own words", "TASK");
        Assert.Equal(1, Count(page, "In your own words"));
        Assert.Equal(1, Count(page, "Along each path."));
        page.ShouldNotContain("Double-click");
        answer.Replace("class=\"tex\">$x_k$", "").ShouldNotContain("$x_k$");
    }

    [Theory]
    [InlineData("*(Double-click this cell and write below the line.)* Because.", "Because.")]
    [InlineData("In your own words. Because.", "Because.")]
    [InlineData("---\nmine", "---\nmine")]
    [InlineData("  indented\n\n\nlast  ", "  indented\n\n\nlast  ")]
    public void What_was_written_into_the_given_lines_is_kept(string written, string added)
    {
        string given = Given
            .Split('\n')
            .Where(line => line.Length > 8 && written.StartsWith(line, StringComparison.Ordinal))
            .Aggregate(Given, (text, line) => text.Replace(line, "", StringComparison.Ordinal));

        Assert.Equal(added, HandTask.Of(Task(null)).AddedTo($"{given}\n{written}\n"));
    }

    [Fact]
    public void Equal_and_empty_answers_are_one_card_each()
    {
        Add("ada", Given + "the same");
        Add("bob", Given + "\n the  same\n");
        Add("carl", Given);
        Add("dora", null);
        Add("eve", Given + "another");

        string page = Page();

        Assert.Equal(3, Answers(page).Length);
        Assert.Equal(["ada bob", "carl dora", "eve"], Students(page).Order());
        Assert.Equal(2, Count(page, "2 equal, marked at once"));
    }

    [Fact]
    public void Is_anonymous_and_in_an_order_that_says_nothing_of_the_names()
    {
        for (int i = 0; i < 20; i++)
            Add($"student-{i:00}", $"{Given}answer {i}");

        string page = Page();

        page.Split("application/json")[0].ShouldNotContain("student-");
        string[] order = [.. Students(page)];
        Assert.NotEqual(order.Order(), order);
        Assert.Equal(order, Students(Page()));
    }

    [Fact]
    public void The_rubric_of_the_model_answer_becomes_buttons()
    {
        Assert.Equal(
            [(1m, "several paths, $w_{jk}$ each"), (1.5m, "the sum over the units")],
            HandTask.Of(Task(null)).Rubric
        );
        Add("ada", Given + "text");

        Page().ShouldContain("the sum over the units</span>");
    }

    [Fact]
    public void Without_a_rubric_there_is_a_button_for_each_point()
    {
        _class.Add("ada", GradedClass.ByHand("why", 2.5m, "text"));
        string page = Page();

        Assert.Contains("<button type=\"button\">1</button><button type=\"button\">2</button>", page.Replace("\n", ""));
        page.ShouldContain("of 2.5</label>");
    }

    [Fact]
    public void Attached_photos_are_in_the_page()
    {
        var notebook = new JsonObject { ["image.png"] = new JsonObject { ["image/png"] = "iVBORw0KGgo=" } };
        _class.Add(
            "ada",
            Task($"{Given}![mine](attachment:image.png) ![](data:image/jpeg;base64,/9j/4AAQ)") with
            {
                Attachments = notebook,
            }
        );

        string page = Page();

        page.ShouldContain(
            "<img src=\"data:image/png;base64,iVBORw0KGgo=\"",
            "<img src=\"data:image/jpeg;base64,/9j/4AAQ\""
        );
        JsonObject? kept = _class.Store.Read(new("ada", "A1"))!.Tasks[0].Attachments;
        Assert.Equal(notebook.ToJsonString(), kept!.ToJsonString());
    }

    [Fact]
    public void Photos_of_every_cell_of_an_answer_are_found_although_Jupyter_gives_them_one_name()
    {
        JsonNode notebook = JsonNode.Parse(SourceNotebook.Json(["double One() => 1;", "", Given + "first", "# more"]))!;
        foreach ((int cell, string image) in ((int, string)[])[(2, "AAAA"), (3, "BBBB")])
        {
            JsonNode json = notebook["cells"]![cell]!;
            json["source"] = json["source"] + "\n![](attachment:image.png)";
            json["attachments"] = new JsonObject { ["image.png"] = new JsonObject { ["image/png"] = image } };
        }

        var work = SubmittedWork.Of(Source, "ada", System.Text.Encoding.UTF8.GetBytes(notebook.ToJsonString()));

        work.Answers["why"].Text.ShouldContain("(attachment:image.png)", "(attachment:1-image.png)");
        Assert.Equal(
            """{"image.png":{"image/png":"AAAA"},"1-image.png":{"image/png":"BBBB"}}""",
            work.Answers["why"].Images.ToJsonString()
        );
    }

    [Theory]
    [InlineData("ada/A1/", "photo 1.JPG", "![](photo%201.JPG)")]
    [InlineData("ada/A1/", "pictures/photo.png", "<img alt=\"mine\" src=\"pictures/photo.png\">")]
    [InlineData("ada/A1/unpacked/", "photo.webp", "![two](photo.webp) ![words](photo.webp)")]
    public void A_photo_beside_the_notebook_is_attached(string place, string file, string reference)
    {
        using TemporaryFolder folder = new();
        folder.File(place + "A1.ipynb", SourceNotebook.Json(["double One() => 1;", "", Given + reference]));
        folder.File(place + file, "pixels");
        folder.File("bob/A1/A1.ipynb", "{}");
        folder.File("bob/A1/secret.png", "secret");

        Submission ada = Submission.FindAll(folder.Path, ["A1"], StudentList.Empty, _ => { })
            .First(submission => submission.Student != "bob");
        SubmittedAnswer answer = SubmittedWork.Of(Source, ada).Answers["why"];
        _class.Add("ada", Task(answer.Text) with { Attachments = answer.Images });

        Assert.Contains($";base64,{Convert.ToBase64String("pixels"u8)}\"", Page(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![](../../bob/A1/secret.png)")]
    [InlineData("![](/etc/secret.png)")]
    [InlineData("![](..%2F..%2Fbob%2FA1%2Fsecret.png)")]
    [InlineData("![](nothing.png)")]
    public void A_file_of_somebody_else_is_never_attached(string reference)
    {
        using TemporaryFolder folder = new();
        folder.File("ada/A1/A1.ipynb", SourceNotebook.Json(["double One() => 1;", "", Given + reference]));
        folder.File("bob/A1/A1.ipynb", "{}");
        folder.File("bob/A1/secret.png", "secret");

        Submission ada = Submission.FindAll(folder.Path, ["A1"], StudentList.Empty, _ => { })[0];

        Assert.Empty(SubmittedWork.Of(Source, ada).Answers["why"].Images);
    }

    [Theory]
    [Cases(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) <a href=\"jav&#x09;ascript:alert(1)\">y</a>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<style>article { display: none }</style><p style=\"position: fixed; inset: 0\">over</p>",
        "<a href=\"../evil.html\">a</a> <a href=//host/share>b</a> [c](file:///etc/passwd) ![d](../d.png)",
        "<iframe src=\"data:text/html,x\"></iframe><base href=\"https://evil.example/\"><form action=x>",
        "</div></article></main></script><script class=\"data\">{}</script>",
        "$\\href{javascript:alert(1)}{x}$ $\\htmlId{said}{y}$ $\\includegraphics{https://evil.example/x.png}$",
        "<p id=\"said\" class=\"panel bar status\">a</p><button class=\"save\">b</button><input>",
        Daily = 3
    )]
    public void Text_of_a_student_cannot_run_anything_or_change_the_page_around_it(string attack)
    {
        Add("ada", Given + "harmless");
        string harmless = Tags(Page());
        Add("ada", Given + attack);
        string page = Page();

        Assert.Equal(harmless, Tags(page));
        Assert.Matches(
            "default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; img-src 'self' data:; "
                + "font-src data:; base-uri 'none'; form-action 'none'",
            page
        );
        string answer = Assert.Single(Answers(page));
        foreach (string refused in (string[])["onerror=", "onload=", "javascript:alert(1)\"", "style=", "id=\"said\""])
            Assert.DoesNotContain($" {refused}", answer.Replace("title=\"", ""), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(href|src)=\"(?!https?:|mailto:|data:image/)", answer);
    }

    [Fact]
    public void The_data_of_the_page_cannot_end_its_element()
    {
        _class.File("adjust.csv", "student,task,points,comment\nada,why,1,</script><script>alert(1)</script>\n");
        Add("ada", Given + "text");

        Assert.Equal("</script><script>alert(1)</script>", Data(Page())["rows"]![0]![3]!.GetValue<string>());
    }

    [Fact]
    public void Rows_of_the_file_are_in_the_page_and_an_id_that_looks_like_a_formula_is_written_as_text()
    {
        Add("=1+1", Given + "text");
        _class.File("adjust.csv", "\ufeffstudent;task;points;comment\n'=1+1;A1/why;2,5;„gut“\nbob;gate;+1;\n");
        string page = Page();

        JsonNode data = Data(page);
        Assert.Equal(["'=1+1", "A1/why", "2,5", "„gut“"], data["rows"]![0]!.AsArray().Select(value => $"{value}"));
        Assert.Equal(
            ["=1+1", "'=1+1"],
            data["tasks"]![0]!["answers"]![0]![0]!.AsArray().Select(value => $"{value}")
        );
        SubmissionGrade grade = Adjustments.Read(_class.Path).Of(_class.Store.Read(new("=1+1", "A1"))!);
        Assert.Equal(("2.5", "„gut“"), (grade.RawScore.ToString(), grade.Tasks[0].Comment));
    }

    [Fact]
    public void A_class_without_texts_has_no_such_page()
    {
        Add("ada", Given + "text");
        Page();
        _class.Add("ada", GradedClass.Task("gate", [1], [1]));
        ClassReport.Write(_class.Path);

        Assert.False(System.IO.File.Exists(System.IO.Path.Combine(_class.Path, "marking.html")));
    }

    private static GradedTask Task(string? submitted) =>
        GradedClass.ByHand("why", 3, submitted) with { Solution = Reference };

    private void Add(string student, string? submitted) => _class.Add(student, Task(submitted));

    private string Page()
    {
        ClassReport.Write(_class.Path);
        return _class.Read("marking.html");
    }

    private static string[] Answers(string page) =>
        [
            .. page[..page.IndexOf("<aside class=\"panel\"", StringComparison.Ordinal)]
                .Split("<div class=\"text answer\">")
                .Skip(1)
                .Select(answer => answer[..answer.IndexOf("</div></article>", StringComparison.Ordinal)]),
        ];

    /// <summary>The page's own tags: all but those within answers, and those of its formulas.</summary>
    private static string Tags(string page) =>
        string.Join(
            '\n',
            System.Text.RegularExpressions.Regex.Matches(
                    Answers(page).Aggregate(
                        page[page.IndexOf("<body>", StringComparison.Ordinal)..],
                        (text, answer) => answer.Length == 0 ? text : text.Replace(answer, "")
                    ),
                    "<(?!/?span)[a-z/][^>]*>"
                )
                .Select(tag => tag.Value)
        );

    private static JsonNode Data(string page)
    {
        const string begin = "<script type=\"application/json\" class=\"data\">";
        string text = page[(page.IndexOf(begin, StringComparison.Ordinal) + begin.Length)..];
        return JsonNode.Parse(text[..text.IndexOf("</script>", StringComparison.Ordinal)])!;
    }

    private static IEnumerable<string> Students(string page) =>
        Data(page)["tasks"]![0]!["answers"]!
            .AsArray()
            .Select(answer => string.Join(' ', answer!.AsArray().Select(student => $"{student![0]}")));

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
