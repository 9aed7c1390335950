namespace NeuralNotebooks.Engine.Tests;

/// <summary>What is offered at the cursor, written as | in the code.</summary>
public sealed class CompletionTests(CompletionTests.Earlier earlier) : IClassFixture<CompletionTests.Earlier>
{
    [Theory]
    [InlineData("Console.Wri|", "Write", "WriteLine")]
    [InlineData("words.Cou|", "Count")]
    [InlineData("words.Where(w => w.Leng|)", "Length")]
    [InlineData("words?.Cou|", "Count")]
    [InlineData("foreach (var w in words) { w.Trim| }", "Trim", "TrimEnd", "TrimStart")]
    [InlineData("var local = \"x\"; local.Substr|", "Substring")]
    [InlineData("int Twice(string text) => text.Substr|", "Substring")]
    [InlineData("cou|", "counter")]
    [InlineData("$\"{coun|}\"", "counter")]
    [InlineData("new Poin|", "Point")]
    [InlineData("System.Threading.Thre|", "Thread")]
    [InlineData("using System.Thr|", "Threading")]
    [InlineData("#!imp|", "#!import")]
    [InlineData("1 + 1\n#!ti|", "#!time")]
    // What beginners use comes before what is rare,
    [InlineData("Con|", "Console")]
    [InlineData("new Li|", "List")]
    [InlineData("Ma|", "Math")]
    [InlineData("dis|", "display")]
    // and where an enumeration is asked for, its values.
    [InlineData("mood = |", "Mood.Glad")]
    [InlineData("if (mood == |", "Mood.Glad")]
    [InlineData("Mood another = |", "Mood.Glad")]
    [InlineData("Feel(|", "Mood.Glad")]
    [InlineData("Feel(times: 3, how: |", "Mood.Glad")]
    [InlineData("mood switch { |", "Mood.Glad")]
    [InlineData("switch (mood) { case |", "Mood.Glad")]
    public void The_likely_ones_come_first(string code, params string[] first) =>
        Assert.Equal(first, Offered(code).Take(first.Length));

    [Fact]
    public void The_names_of_arguments_are_offered_until_they_are_given()
    {
        Assert.Contains("how:", Offered("Feel(|"));
        Assert.Contains("times:", Offered("Feel(|"));
        Assert.DoesNotContain("how:", Offered("Feel(how: Mood.Sad, |"));
        Assert.Contains("times:", Offered("Feel(how: Mood.Sad, |"));
        Assert.Contains("Y:", Offered("new Point(1, |"));
    }

    [Theory]
    [Cases("new Settings { | }", "new Settings { Name = \"x\", | }")]
    public void In_an_initializer_what_can_be_set_is_offered_once(string code)
    {
        IReadOnlyList<string> offered = Offered(code);

        Assert.Contains("Size", offered);
        Assert.Equal(code.Contains("Name"), !offered.Contains("Name"));
        Assert.DoesNotContain("Area", offered);
    }

    [Fact]
    public void A_record_s_properties_are_offered_after_with() =>
        Assert.Equal(["X", "Y"], Offered("new Point(1, 2) with { | }"));

    [Theory]
    [InlineData("Mood.|", "Glad", "GladToo")]
    [InlineData("Math.|", "Sqrt", "CompareTo")]
    [InlineData("counter.|", "CompareTo", "MaxValue")]
    [InlineData("int.|", "MaxValue", "CompareTo")]
    public void Types_have_their_static_members_and_values_their_own(string code, string offered, string notOffered)
    {
        IReadOnlyList<string> all = Offered(code);

        Assert.Contains(offered, all);
        Assert.DoesNotContain(notOffered, all);
    }

    [Fact]
    public void What_every_object_has_comes_last()
    {
        IReadOnlyList<string> offered = Offered("words.|");

        Assert.True(Index("Add") < Index("Select") && Index("Select") < Index("GetHashCode"));

        int Index(string name) => offered.ToList().IndexOf(name);
    }

    [Theory]
    [Cases(
        "// coun|",
        "/* coun| */",
        "\"coun|",
        "\"coun|\"",
        "$\"coun|\"",
        "'|'",
        "int coun|",
        "var |",
        "1.5|",
        "unknown.|",
        "var text = \"data/\" // nu|",
        "var text = \"data/\" /* nu| */ ;",
        "var text = \"data/\n /// nu|"
    )]
    public void Nothing_is_offered_where_nothing_is_to_choose(string code) => Assert.Empty(Offered(code));

    [Theory]
    [InlineData("Console.WL|", "WriteLine")]
    [InlineData("console|", "Console")]
    [InlineData("words.toL|", "ToList")]
    public void Capitals_and_the_case_of_letters_are_forgiving(string code, string offered) =>
        Assert.Contains(offered, Offered(code));

    [Fact]
    public void A_name_that_merely_contains_the_word_is_not_offered() => Assert.Equal(["Sqrt"], Offered("Math.Sq|"));

    [Fact]
    public void An_item_has_a_kind_and_a_signature()
    {
        Completion method = Complete("Math.Sqr|").Items[0],
            variable = Complete("counte|").Items[0],
            type = Complete("Poin|").Items[0];

        Assert.Equal(("function", "(double d) → double"), (method.Kind, method.Signature));
        Assert.Equal(("instance", "int"), (variable.Kind, variable.Signature));
        Assert.Equal("class", type.Kind);
        Complete("Over|").Items[0].Signature.ShouldEndWith("(+ 1)");
    }

    [Fact]
    public void The_text_that_is_replaced_begins_at_the_word()
    {
        CompletionList list = Complete("var x = cou|nter + 1;");

        Assert.Equal((8, 11), (list.Start, list.End));
    }

    [Fact]
    public void A_keyword_as_a_name_is_escaped() => Assert.Contains("@class", Offered("@cla|"));

    [Fact]
    public void Files_are_offered_where_a_directive_or_a_string_names_one()
    {
        Assert.Equal(["script.csx", "data/"], Offered("#!import |"));
        Assert.Equal(["numbers.csv"], Offered("var text = \"data/nu|\";"));
        Assert.Equal(["library.dll"], Offered("#r \"data/|"));
        Assert.Equal(["nuget: ", "data/"], Offered("#r \"|"));
        Assert.Empty(Offered("#r \"nowhere/|"));
    }

    [Fact]
    public void Asking_changes_nothing_in_the_session()
    {
        Complete("int sneaked = 1; snea|");

        Assert.DoesNotContain("sneaked", Offered("snea|"));
    }

    [Fact]
    public void No_text_is_too_strange()
    {
        const string code =
            "#!import x\n#r \"y\nvar a = $\"{b:{c}\"\"\"; \uD83D class ( { [ => ? . :: 'x \"\"\" @$\"{{ \0 "
            + "// \n words.Where(x => { x.";
        for (int position = -1; position <= code.Length + 1; position++)
        {
            earlier.Session.Complete(code, position);
            earlier.Session.Inspect(code, position, detailed: true);
            earlier.Session.CheckComplete(code[..Math.Clamp(position, 0, code.Length)]);
        }
    }

    private IReadOnlyList<string> Offered(string code) => [.. Complete(code).Items.Select(item => item.Text)];

    private CompletionList Complete(string code)
    {
        int position = code.IndexOf('|');
        return earlier.Session.Complete(code.Remove(position, 1), position);
    }

    /// <summary>A session in which a cell has run.</summary>
    public sealed class Earlier : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Earlier()
        {
            _folder.File("script.csx", "");
            _folder.File(Path.Combine("data", "numbers.csv"), "");
            _folder.File(Path.Combine("data", "library.dll"), "");
            Session = new CSharpSession(new SessionOptions { Folder = _folder.Path });
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
            Assert.True(
                Session.ExecuteAsync(cell, 1, new Shown(), CancellationToken.None).GetAwaiter().GetResult().Succeeded
            );
        }

        public CSharpSession Session { get; }

        public void Dispose()
        {
            Session.Dispose();
            _folder.Dispose();
        }
    }
}
