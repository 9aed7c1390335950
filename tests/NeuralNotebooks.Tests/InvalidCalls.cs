using System.Collections;

namespace NeuralNotebooks.Tests;

/// <summary>Calls that should throw. Each is written with its exception and message, under a locale with a decimal
/// comma, and compared with InvalidCalls.approved.txt.</summary>
internal sealed class InvalidCalls : IEnumerable
{
    private readonly List<string> _written = [];

    public void Add(Func<object?> call, [CallerArgumentExpression(nameof(call))] string code = "") =>
        Add(() => { call(); }, code);

    public void Add(Action call, [CallerArgumentExpression(nameof(call))] string code = "")
    {
        using IDisposable comma = DecimalComma.Begin();
        Exception? error = Record.Exception(call);
        string line = code.OnOneLine();
        string said = error is null ? "is accepted" : $"{error.GetType().Name}: {error.Message}";
        _written.Add($"{line.Replace("() => ", "")}\n    {said.ReplaceLineEndings("\n    ")}\n");
    }

    /// <summary>The invalid inputs of a test, read from its approved text, if they are JSON: so they need not be
    /// repeated in the test.</summary>
    public static IEnumerable<string> Approved([CallerMemberName] string fact = "") =>
        ApprovedTexts.In("InvalidCalls")[fact.Replace('_', ' ')].Split('\n').Where(line => line is ['[' or '{', ..]);

    public void ShouldBeApproved([CallerMemberName] string fact = "") =>
        ApprovedTexts.Check("InvalidCalls", fact.Replace('_', ' '), string.Concat(_written));

    public IEnumerator GetEnumerator() => _written.GetEnumerator();
}
