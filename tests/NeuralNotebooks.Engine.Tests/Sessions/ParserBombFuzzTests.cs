namespace NeuralNotebooks.Engine.Tests;

/// <summary>Repetitive code must be rejected or compiled. If it crashes the process, this test fails.</summary>
public sealed class ParserBombFuzzTests : IDisposable
{
    private static readonly string[] _parts =
    [
        "(", "[", "{", "A<", "!", "-", "~", "&", "*", "(int)", "await ", "a?b:", "x=>", "a??", "a=", "if(a)",
        "if(a){}else ", "for(;;)", "new ", "x is not ", "not ", ".b", "a is ", "1+", "\"\"+", "/*", "#if A\n",
        "case 1:", "int[]", "int?", "from x in y ", "A::", "'", "\"", "$\"{", "\"\"\"", "[A]", "a:", "throw ", "a,",
        "f()", "[0]", "a..", "^", "a switch{", "delegate{", "?.a", "1 ", "int a;", ")", "]", "}", ">", ";", "\n",
        "class A{", "using a;", "=>", "and ", "///<a>\n", "@", "\\u0041", "\0",
    ];

    private readonly CSharpSession _session = new(new SessionOptions { Folder = Path.GetTempPath() });

    [Fact]
    public void No_repetition_overflows_the_stack() =>
        Fuzz.Run(random =>
        {
            string code = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
                string.Concat(Enumerable.Repeat(Part(random), (int)Math.Pow(10, random.NextDouble() * 4)))));
            // On a stack as large as a cell's, which the kernel also uses for analysis.
            OwnThread.Run("Analysis", () => Analyze(code)).GetAwaiter().GetResult();
        });

    public void Dispose() => _session.Dispose();

    private MimeBundle? Analyze(string code)
    {
        _session.CheckComplete(code);
        _session.Complete(code, code.Length);
        return _session.Inspect(code, code.Length);
    }

    private static string Part(Random random) =>
        random.Next(3) > 0 ? Fuzz.Pick(random, _parts) : Fuzz.Pick(random, _parts) + Fuzz.Pick(random, _parts);
}
