namespace NeuralNotebooks.Engine.Tests;

/// <summary>The services for an editor, for code after a cell has run. The character | marks the cursor.</summary>
/// <remarks>In the dialogues, <c>$ 2 code</c> asks for the first two completions, <c>item</c> for all of the first one,
/// <c>range</c> for what it replaces, <c>signature</c> and <c>comment</c> for the likeliest method and the parameter in
/// brackets, <c>inspect</c> for the declaration, <c>document</c> for all forms of the documentation, and the others
/// about the whole code.</remarks>
public sealed class EditorTests(EditorTests.Earlier earlier) : IClassFixture<EditorTests.Earlier>
{
    private const string File = "Completion/Editor";

    private CSharpSession Session => earlier.Session;

    [Theory]
    [FactsOf(File)]
    public async Task An_editor(string fact)
    {
        string spoken = "";
        foreach (Saying said in ApprovedTexts.Said(File, fact))
            spoken += said.Written + (said.Kind == '>' ? await Run(said.Text) : Answer(said.Text));
        ApprovedTexts.Check(File, fact, spoken);
    }

    [Fact]
    public void All_overloads_of_a_call_are_listed() =>
        Assert.Equal(
            typeof(Math).GetMethods().Count(method => method.Name == nameof(Math.Max)),
            Session.Signatures("Math.Max(", "Math.Max(".Length).Count);

    [Fact]
    public void The_framework_is_documented_where_the_SDK_is_installed()
    {
        string text = Inspect("Math.Sqrt");
        Assert.SkipUnless(text.Contains('\n'), "The SDK's reference pack is not here.");
        text.ShouldContain(
            "Returns the square root of a specified number.", "d: The number whose square root is to be found.");
    }

    [Fact]
    public void A_few_overloads_are_shown() => Inspect("Math.Max").ShouldContain("more overloads");

    [Fact]
    public void What_every_object_has_comes_last()
    {
        List<string> offered = [.. Offered(Session.Complete("words.", 6))];
        Assert.True(offered.IndexOf("Add") < offered.IndexOf("Select"));
        Assert.True(offered.IndexOf("Select") < offered.IndexOf("GetHashCode"));
    }

    [Fact]
    public void A_raw_string_that_has_just_begun_goes_on_with_any_line_ending() =>
        Assert.Equal(CodeStatus.Incomplete, Completeness.Of("\"\"\"\r\n").Status);

    [Fact]
    public void No_text_is_too_strange()
    {
        const string code =
            "#!import x\n#r \"y\nvar a = $\"{b:{c}\"\"\"; \uD83D class ( { [ => ? . :: 'x \"\"\" @$\"{{ \0 "
            + "// \n words.Where(x => { x.";
        for (int position = -1; position <= code.Length + 1; position++)
        {
            Session.Complete(code, position);
            Session.Inspect(code, position);
            Session.CheckComplete(code[..Math.Clamp(position, 0, code.Length)]);
        }
    }

    private string Inspect(string code) =>
        Session.Inspect(code, code.Length)!.Text(MimeBundle.PlainText)!;

    private async Task<string> Run(string cell)
    {
        var shown = new Shown();
        shown.Result = await Session.ExecuteAsync(cell, new(2), shown, CancellationToken.None);
        return shown.Transcript;
    }

    private string Answer(string question)
    {
        string[] parts = [.. question.Split(' ', 2), ""];
        (string what, string code) = (parts[0], parts[1]);
        int cursor = code.IndexOf('|');
        string text = cursor < 0 ? code : code.Remove(cursor, 1);
        MimeBundle? said = cursor < 0 ? null : Session.Inspect(text, cursor);
        IEnumerable<string?> lines = what switch
        {
            "item" when Complete().Items[0] is var item => [$"{item.Text}, {item.Kind} {item.Signature}".TrimEnd()],
            "range" when Complete() is var list => [$"{list.Start} {list.End}"],
            "signature" => Session.Signatures(text, cursor).Take(1).Select(Marked),
            "comment" => Session.Signatures(text, cursor).Take(1).Select(found => found.Documentation),
            "inspect" => said?.Text(MimeBundle.PlainText)!.Split('\n')[..1],
            "document" => said?.Types.Select(said.Text),
            "problems" => Session
                .FindProblems(code)
                .Select(p => $"{(p.IsError ? "error" : "warning")} {p.Id} at {code[p.Start..p.End]}: {p.Message}"),
            "names" when Session.Names(code) is var names =>
                [Listed("reads", names.Reads), Listed("declares", names.Declares), Listed("assigns", names.Assigns)],
            "whole" when Session.CheckComplete(code) is var whole => [$"{whole.Status} {whole.Indent.Length}"],
            _ => [string.Join(' ', Offered(Complete()).Take(int.Parse(what, CultureInfo.InvariantCulture)))],
        } ?? [];
        return string.Concat(lines.Where(line => line?.Length > 0).Select(line => line + "\n"));

        CompletionList Complete() => Session.Complete(text, cursor);
    }

    private static IEnumerable<string> Offered(CompletionList list) => list.Items.Select(item => item.Text);

    private static string Marked(Signature found) => found.Text.Insert(found.End, "]").Insert(found.Start, "[");

    private static string Listed(string what, IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "" : $"{what} {string.Join(' ', names)}";

    public sealed class Earlier : IDisposable
    {
        public Earlier()
        {
            const string cell = """
                /// <summary>How many there are.</summary>
                int counter = 3;
                int @class = 0;
                var words = new List<string>();
                enum Mood { Glad, Sad }
                Mood mood = Mood.Sad;
                record Point(double X, double Y);
                class Settings { public string Name { get; set; } = ""; public int Size;
                    public int Area => Size * Size; }
                /// <summary>Feels.</summary>
                /// <param name="how">The mood.</param>
                void Feel(Mood how, int times = 1) { }
                void Overloaded(int x) { }
                void Overloaded(string x) { }
                """;
            Session.ExecuteAsync(cell, new(1), new Shown(), CancellationToken.None).GetAwaiter().GetResult();
        }

        public CSharpSession Session { get; } = new(new SessionOptions());

        public void Dispose() => Session.Dispose();
    }
}
