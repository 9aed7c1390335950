namespace NeuralNotebooks.Engine.Tests;

public sealed class ReturningTests
{
    [Theory]
    [Cases(
        "int n = 1; / n + 1 / n", 3,
        "int n = 1; / n++; / n", 3,
        "int n = 1; / n++;", 1,
        "int n = 1; / int n = 2; / n++;", 1,
        "int k = 2; / var list = new List<int>(); / list.Add(k);", 2,
        "int a = 0; / a++; int b = 0; / b++;", 1,
        "var a = new double[9]; / var b = a; / b[7] = 1;", 1,
        "var one = new Dictionary<int, int> { [1] = 2 }; / one.Keys.Sum() + one.Values.Sum()", 2,
        "int n = 1; Action more = () => n++; / more();", 1)]
    public async Task Before_a_cell_runs_again_those_run_whose_variables_it_has_changed(string cells, int next)
    {
        using var session = new TestSession();
        string[] all = cells.Split(" / ");
        for (int i = 0; i < all.Length; i++)
        {
            session.Session.RememberStart(i + 1);
            Assert.Null((await session.Run(all[i])).Result.Error);
        }

        Assert.Equal(next, session.Session.ReturnTo(all.Length));
    }

    [Fact]
    public async Task Later_declarations_are_gone_and_earlier_ones_are_back()
    {
        string library = $"#r \"{typeof(FactAttribute).Assembly.Location}\"\n";
        using var session = new TestSession();
        session.Session.RememberStart(1);
        await session.Run("int x = 1;");
        session.Session.RememberStart(2);
        await session.Run(library + "string x = \"text\"; int y = 2;");

        Assert.Equal(2, session.Session.ReturnTo(2));
        Assert.Equal("FactAttribute1", await session.Value(library + "typeof(Xunit.FactAttribute).Name + x"));
        (await session.Run("y")).Traceback.ShouldContain("CS0103");
        Assert.Equal(5, session.Session.ReturnTo(5));
    }
}
