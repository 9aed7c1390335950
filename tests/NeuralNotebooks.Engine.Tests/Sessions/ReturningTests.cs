namespace NeuralNotebooks.Engine.Tests;

public sealed class ReturningTests
{
    [Theory]
    [Cases(
        "int n = 1; / n + 1 / n", 3,
        "int n = 1; / n++; / n", 3,
        "int n = 1; / n++;", 1,
        "int k = 2; / var list = new List<int>(); / list.Add(k);", 2,
        "var list = new List<int>(); / int k = 2; / list.Add(k);", 1,
        "int a = 0; / a++; int b = 0; / b++;", 1,
        "var a = new double[100]; / var b = a; / b[7] = 1;", 1,
        "var random = new Random(1); / random.Next()", 1,
        "var one = new Dictionary<int, int> { [1] = 2 }; / one.Keys.Sum() + one.Values.Sum()", 2,
        "int k = 1; / class C { public decimal X; } var c = new C(); / c.X = 3;", 2,
        "class C { public C Next; } var c = new C(); c.Next = c; / c.Next.Next.ToString()", 2,
        "static int n = 1; / n = 2;", 1,
        "Action later = null; / int x = 1; later = () => x++; / later();", 1,
        "int n = 1; Action more = () => n++; / more();", 1,
        "var text = new System.Text.StringBuilder(); / var file = new System.IO.MemoryStream(); / text.Append(1);", 1,
        "var file = new System.IO.MemoryStream(); / file.WriteByte(1);", 2)]
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
        using var session = new TestSession();
        session.Session.RememberStart(1);
        await session.Run("int x = 1;");
        session.Session.RememberStart(2);
        await session.Run("string x = \"text\"; int y = 2;");

        Assert.Equal(2, session.Session.ReturnTo(2));

        Assert.Equal("2", await session.Value("x + 1"));
        (await session.Run("y")).Traceback.ShouldContain("CS0103");
        Assert.Equal(5, session.Session.ReturnTo(5));
    }
}
