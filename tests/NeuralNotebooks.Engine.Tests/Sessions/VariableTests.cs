namespace NeuralNotebooks.Engine.Tests;

public sealed class VariableTests
{
    [Theory]
    [InlineData("double v = 0.5;", "double", "0.5")]
    [InlineData("string v = \"a\\nb\";", "string", "a\\nb")]
    [InlineData("object v = null;", "object", "null")]
    [InlineData("int[] v = [1, 2, 3];", "int[]", "3 items: [ 1, 2, 3 ]")]
    [InlineData("List<double> v = [1];", "List<double>", "1 item: [ 1 ]")]
    [InlineData("var v = new double[2, 3];", "double[,]", "2×3")]
    [InlineData("int[][] v = [[1], [2]];", "int[][]", "2 items")]
    [InlineData("var v = new Dictionary<string, int> { [\"a\"] = 1 };", "Dictionary<string, int>", "1 item")]
    [InlineData("(int, string) v = (1, \"a\");", "(int, string)", "( 1, a )")]
    [InlineData("record P(double X, string Y);\nvar v = new P(1, \"a\");", "P", "{ X = 1, Y = a }")]
    [InlineData("Func<int, int> v = x => x;", "Func<int, int>", "")]
    [InlineData("var v = new Random(1);", "Random", "")]
    [InlineData("const int v = 3;", "int", "3")]
    [InlineData("class M { public int Rows => 4; public int Columns => 5; }\nobject v = new M();", "object", "{  }")]
    public async Task A_variable_has_a_type_and_a_line(string code, string type, string text)
    {
        using var session = new TestSession();
        await session.Run(code);

        Assert.Equal(new Variable("v", type, text), Assert.Single(session.Session.Variables()));
    }

    [Fact]
    public async Task The_last_declaration_of_a_name_counts()
    {
        using var session = new TestSession();
        await session.Run("int a = 1, b = 2;");
        await session.Run("int gone = 3;");
        await session.Run("string a = \"x\"; int gone() => 4;");
        await session.Run("b += 5; throw new Exception();");
        await session.Run("int never = no;");

        Assert.Equal([new("b", "int", "7"), new("a", "string", "x")], session.Session.Variables());
    }

    [Fact]
    public async Task No_code_of_a_cell_is_run()
    {
        using var session = new TestSession();
        await session.Run(
            """
            int runs = 0;
            class Own { public int Size => throw new Exception(); public override string ToString() { while (true) ; } }
            var own = new Own();
            var many = new List<Own> { own };
            var pair = KeyValuePair.Create(1, own);
            var places = new Own[3];
            var lazy = Enumerable.Range(0, 3).Select(i => runs++);
            var endless = Endless();
            IEnumerable<int> Endless() { while (true) yield return runs++; }
            """
        );

        Assert.Equal(
            ["0", "{  }", "1 item", "not evaluated", "3 items", "not evaluated", "not evaluated"],
            session.Session.Variables().Select(variable => variable.Text)
        );
        Assert.Equal("0", await session.Value("runs"));
    }

    [Fact]
    public async Task A_static_field_is_not_read_for_that_may_run_its_initializer()
    {
        using var session = new TestSession();
        await session.Run("static int never = int.Parse(\"x\"); const int six = 6;");
        await session.Run("enum Mood { Sad } var mood = Mood.Sad;");

        Assert.Equal(
            [("six", "6"), ("mood", "Sad")],
            session.Session.Variables().Select(variable => (variable.Name, variable.Text))
        );
    }

    [Fact]
    public async Task A_long_value_is_cut()
    {
        using var session = new TestSession();
        await session.Run("string v = new('x', 1_000_000); var big = new int[10_000_000];");

        Assert.All(session.Session.Variables(), variable => Assert.InRange(variable.Text.Length, 1, 200));
    }
}
