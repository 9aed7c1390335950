namespace NeuralNotebooks.Engine.Tests;

public sealed class WarningTests
{
    [Fact]
    public async Task A_cell_with_a_directive_for_warnings_shows_them_before_its_value()
    {
        using var session = new TestSession();

        Shown nullable = await session.Run(
            "#nullable enable\nstring s = null;\nforeach (char c in \"ab\") Console.Write(c);\n5");
        Shown directive = await session.Run("#warning Mind the gap.\nint F() { int unused; return 1; }");
        Shown suppressed = await session.Run("#nullable enable\n#pragma warning disable\nstring t = null;");
        Shown none = await session.Run("string? u = null; int G() { int unused; return 1; }");

        nullable.Order.ShouldStartWith("!cell 1, line 2: warning CS8625: ");
        nullable.Order.ShouldEndWith("ab=5");
        nullable.Console.ShouldContain("     2 | string s = null;\n");
        directive.Console.ShouldContain("cell 2, line 1: warning CS1030", "Mind the gap.", "CS0168");
        Assert.Equal("", suppressed.Console + none.Console);
    }

    [Fact]
    public async Task The_path_of_the_caller_is_the_notebook_and_messages_name_the_cell()
    {
        string notebook = Path.Combine(Path.GetTempPath(), "study.ipynb");
        const string cell =
            "using System.Runtime.CompilerServices;\nstring P([CallerFilePath] string path = \"\") => path;\nP()";
        using var known = new TestSession(new SessionOptions { NotebookPath = notebook });
        using var unknown = new TestSession();

        Shown path = await known.Run(cell);
        Shown error = await known.Run("1.ToString();\nthrow new Exception();");

        Assert.Equal(notebook, path.Plain);
        Assert.Equal(new CellLocation(new(2), 2), error.Result.Location);
        Assert.Equal("cell 1", await unknown.Value(cell));
    }
}
