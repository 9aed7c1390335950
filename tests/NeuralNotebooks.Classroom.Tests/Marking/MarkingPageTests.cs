namespace NeuralNotebooks.Classroom.Tests.Marking;

public sealed partial class MarkingPageTests : GradedTests
{
    private const string Given = MarkingGuideTests.Given;

    private static AssignmentSource Source =>
        SourceNotebook.Read(
            "// TASK one: 1 point\n// BEGIN SOLUTION\ndouble One() => 1;\n// END SOLUTION",
            "// TESTS one\n// BEGIN HIDDEN TESTS\nProbe(\"it\", One());\n// END HIDDEN TESTS",
            MarkingGuideTests.Reference);

    [Fact]
    public void Answers_are_anonymous_and_their_order_does_not_reveal_names()
    {
        for (int i = 0; i < 20; i++)
            Add($"student-{i:00}", $"answer {i}");

        string page = Page();

        page.ShouldNotContain("student-");
        string[] order = [.. Answers(page).Select(answer => AnswerNumber().Match(answer).Value.PadLeft(2))];
        Assert.NotEqual(order.Order(), order);
        Assert.Equal(Answers(page), Answers(Page()));
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

        byte[] file = System.Text.Encoding.UTF8.GetBytes(notebook.ToJsonString());
        SubmissionContent content = new AnswerReader(Source, "ada").Read(file);

        content.Answers["why"].Text.ShouldContain("(attachment:image.png)", "(attachment:1-image.png)");
        Assert.Equal(
            ["image.png AAAA", "1-image.png BBBB"],
            content.Answers["why"].Images.Select(image => $"{image.Key} {Convert.ToBase64String(Bytes(image.Value))}"));
    }

    [Theory]
    [Cases(
        "ada/A1/", "photo 1.JPG", "![](photo%201.JPG)",
        "ada/A1/", "pictures/photo.png", "<img alt=\"mine\" src=\"pictures/photo.png\">",
        "ada/A1/unpacked/", "photo.webp", "![two](photo.webp) ![words](photo.webp)")]
    public async Task A_photo_beside_the_notebook_is_attached(string place, string file, string reference)
    {
        using TemporaryFolder folder = new();
        folder.File(place + "A1.ipynb", SourceNotebook.Json(["double One() => 1;", "", Given + reference]));
        folder.File(place + file, "pixels");
        folder.File("bob/A1/A1.ipynb", "{}");
        folder.File("bob/A1/secret.png", "secret");

        Submission ada = SubmissionSearch.Find(folder.Path, ["A1"], GradedClass.NoStudents, _ => { })
            .First(submission => submission.Folder != "bob");
        Answer answer = (await SubmissionReader.ReadAsync(Source, ada, default)).Answers["why"];
        Add(answer);

        Assert.Contains($";base64,{Convert.ToBase64String("pixels"u8)}\"", Page(), StringComparison.Ordinal);
    }

    [Theory]
    [Cases(
        "![](../../bob/A1/secret.png)",
        "![](/etc/secret.png)",
        "![](..%2F..%2Fbob%2FA1%2Fsecret.png)",
        "![](nothing.png)")]
    public async Task A_file_of_somebody_else_is_never_attached(string reference)
    {
        using TemporaryFolder folder = new();
        folder.File("ada/A1/A1.ipynb", SourceNotebook.Json(["double One() => 1;", "", Given + reference]));
        folder.File("bob/A1/A1.ipynb", "{}");
        folder.File("bob/A1/secret.png", "secret");

        Submission ada = SubmissionSearch.Find(folder.Path, ["A1"], GradedClass.NoStudents, _ => { })[0];

        Assert.Empty((await SubmissionReader.ReadAsync(Source, ada, default)).Answers["why"].Images);
    }

    [Theory]
    [Cases(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) <a href=\"jav&#x09;ascript:alert(1)\">y</a>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<style>article { display: none }</style><p style=\"position: fixed; inset: 0\">over</p>",
        "<a href=\"../evil.html\">a</a> <a href=//host/share>b</a> [c](file:///etc/passwd) ![d](../d.png)",
        "[x](http:ada/A1/images/x.svg) <a href=\"http: //../ada/A1/images/x.svg\">y</a> <http:ada/x.svg>",
        "<iframe src=\"data:text/html,x\"></iframe><base href=\"https://evil.example/\"><form action=x>",
        "</div></article></main></script><script class=\"data\">{}</script>",
        "$\\href{javascript:alert(1)}{x}$ $\\htmlId{comments}{y}$ $\\includegraphics{https://evil.example/x.png}$",
        "<p id=\"comments\" class=\"mark tools\">a</p><button class=\"save\">b</button><input>",
        Daily = 3)]
    public void Text_of_a_student_cannot_run_anything_or_change_the_page_around_it(string attack)
    {
        Add("ada", "harmless");
        string harmless = Tags(Page());
        Add("ada", attack);
        string page = Page();

        Assert.Equal(harmless, Tags(page));
        Assert.Matches(
            "default-src 'none'; style-src 'sha256-[^']+'; style-src-attr 'unsafe-inline'; "
                + "script-src 'sha256-[^']+'; connect-src 'self'; img-src 'self' data:; font-src data:; "
                + "base-uri 'none'; form-action 'none'",
            page);
        string answer = Assert.Single(Answers(page));
        foreach (string refused in (string[])
            ["onerror=", "onload=", "javascript:alert(1)\"", "style=\"position", "id=\"comments\""])
            Assert.DoesNotContain($" {refused}", answer.Replace("title=\"", ""), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(href|src)=\"(?!https?://|mailto:|data:image/)", answer);
    }

    [Fact]
    public async Task Photos_beyond_the_limit_of_the_page_are_separate_files()
    {
        const int size = 4_000_000;
        using TemporaryFolder folder = new();
        folder.File("ada/A1/A1.ipynb", SourceNotebook.Json(["double One() => 1;", "", Given + "![](a.png)"]));
        foreach (string student in (string[])["ada", "bob", "cy"])
        {
            folder.File($"{student}/A1/A1.ipynb", File.ReadAllText(folder.At("ada/A1/A1.ipynb")));
            byte[] photo = new byte[size];
            photo[0] = (byte)student[0];
            File.WriteAllBytes(folder.At($"{student}/A1/a.png"), photo);
        }
        foreach (Submission submission in SubmissionSearch.Find(folder.Path, ["A1"], GradedClass.NoStudents, _ => { }))
            Add((await SubmissionReader.ReadAsync(Source, submission, default)).Answers["why"], submission.Folder);

        string page = Page();

        Assert.Equal(2, Count(page, "src=\"data:image/png;base64,"));
        string name = Regex.Match(page, "(?<=src=\")marking/[0-9a-f]{64}\\.png(?=\")").Value;
        Assert.Equal(size, new FileInfo(Path.Combine(Class.Path, name)).Length);
    }

    private static byte[] Bytes(SubmittedImage image)
    {
        using var content = new MemoryStream();
        image.CopyTo(content);
        return content.ToArray();
    }

    private void Add(Answer answer, string student = "ada")
    {
        JudgedTask task = MarkingGuideTests.Task("") with
        {
            Submitted = answer.Text,
            Images = answer.Images.ToDictionary(image => image.Key, image => image.Value.FileName),
        };
        Class.Store.Write(Class.Add(student, task), answer.Images.Values);
    }

    [Theory]
    [Cases(
        "<select>", "<title>", "<textarea>", "<style>", "<script>", "<plaintext>", "<!-- ", "<svg>", "<template>",
        "<option>", "<TITLE >", "<math><annotation-xml encoding=\"text/html\"><style>")]
    public void An_element_without_an_end_hides_nothing_that_follows(string begin)
    {
        Add("ada", $"before {begin} beside\n\nbelow\n\n- and in a list");

        string answer = Assert.Single(Answers(Page()));

        answer.ShouldContain("before", "beside", "below", "and in a list");
    }

    private void Add(string student, string added) => Class.Add(student, MarkingGuideTests.Task(added));

    private string Page()
    {
        ClassReport.Write(Class.Path);
        return Class.Read("marking.html");
    }

    private static string[] Answers(string page) =>
        [
            .. page.Split("<div class=\"text answer\">").Skip(1)
                .Select(answer => answer[..answer.IndexOf("</div>\n<fieldset", StringComparison.Ordinal)]),
        ];

    /// <summary>The tags of the page, without those in answers and those of formulas.</summary>
    private static string Tags(string page) =>
        string.Join(
            '\n',
            Regex.Matches(
                    Answers(page).Aggregate(
                        page[page.IndexOf("<body", StringComparison.Ordinal)..],
                        (text, answer) => answer.Length == 0 ? text : text.Replace(answer, "")),
                    "<(?!/?span)[a-z/][^>]*>")
                .Select(tag => tag.Value));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"(?<=answer )\d+")]
    private static partial Regex AnswerNumber();
}
