using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

[assembly: InternalsVisibleTo(NeuralNotebooks.Tests.WrittenCalls.Caller)]

namespace NeuralNotebooks.Tests;

/// <summary>The calls of an approved file, compiled together as code of another assembly. In the file, <c>@ code</c>
/// prepares values, and <c>&gt; call</c> is followed by its exception or by the text of its value, under a locale with
/// a decimal comma.</summary>
internal sealed class WrittenCalls(string file, string usings, Func<object?, string>? text = null)
{
    public const string Caller = "Caller";

    private readonly Lazy<Type> _compiled = new(() => Compiled(ApprovedTexts.In(file).Keys.Select(fact =>
    {
        ILookup<char, string> said = ApprovedTexts.Said(file, fact).ToLookup(saying => saying.Kind, said => said.Text);
        string calls = string.Concat(said['>'].Select(call => $"Call(() => {call}),\n"));
        return $$"""
            public static Func<object>[] {{NameOf(fact)}}()
            {
                {{string.Join('\n', said['@'])}}
                return [{{calls}}];
            }

            """;
    }), usings));

    public void Check(string fact)
    {
        MethodInfo method = _compiled.Value.GetMethod(NameOf(fact))!;
        var calls = new Queue<Func<object?>>((Func<object?>[])method.Invoke(null, null)!);
        ApprovedTexts.Answer(file, fact, said => said.Kind == '>' ? Answer(calls.Dequeue()) : null);
    }

    private string Answer(Func<object?> call)
    {
        using IDisposable comma = DecimalComma.Begin();
        object? value = null;
        Exception? error = Record.Exception(() => { value = call(); });
        string said = error is not null
            ? $"{error.GetType().Name}: {error.Message}" : text?.Invoke(value) ?? $"{value}";
        return said.ReplaceLineEndings("\n") + "\n";
    }

    private static Type Compiled(IEnumerable<string> methods, string usings)
    {
        string code = $$"""
            {{usings}}
            public static class Calls
            {
                {{string.Concat(methods)}}
                static Func<object> Call(Func<object> call) => call;
                static Func<object> Call(Action call) => () => { call(); return "is accepted"; };
            }
            """;
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            Caller,
            [CSharpSyntaxTree.ParseText(code)],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error));
        return Assembly.Load(assembly.ToArray()).GetType("Calls")!;
    }

    private static string NameOf(string fact) => $"Fact{Convert.ToHexString(Encoding.UTF8.GetBytes(fact))}";
}
