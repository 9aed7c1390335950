using System.Globalization;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace NeuralNotebooks.Course.Tests;

/// <summary>Questions in hosts that run cells as scripts. The states are real; of the hosts there are only the members
/// that lead to a state.</summary>
[Collection(nameof(Variant))] // Variant.Student is process-wide.
public sealed partial class ScriptQuestionsTests : IDisposable
{
    private const string Interactive = "Microsoft.DotNet.Interactive", Verso = "Verso.Abstractions";

    private static readonly Dictionary<string, Action<object?>> _hosts = new()
    {
        [Interactive] = Host(Interactive, """
            namespace Microsoft.DotNet.Interactive;

            public class KernelInvocationContext
            {
                public static KernelInvocationContext Current { get; private set; }
                public object HandlingKernel { get; private set; }
                public static void Set(object state) => Current = new() { HandlingKernel = new Kernel(state) };
            }

            public record Kernel(object ScriptState);
            """, "KernelInvocationContext"),
        [Verso] = Host(Verso, """
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;

            namespace Verso.Abstractions;

            public static class DisplayContext
            {
                internal static Func<object, string, Task> Current { get; private set; }
                public static void Set(object state) => Current = new DisplayHandler(new(state)).DisplayAsync;
            }

            class DisplayHandler(ExtensionHost host)
            {
                private readonly ExtensionHost _extensionHost = host;
                public Task DisplayAsync(object value, string hint) => Task.FromResult(_extensionHost);
            }

            class ExtensionHost(object state)
            {
                public IReadOnlyList<ILanguageKernel> GetKernels() => [new HtmlKernel(), new CSharpKernel(state)];
            }

            interface ILanguageKernel { string LanguageId { get; } }

            class HtmlKernel : ILanguageKernel { public string LanguageId => "html"; }

            class CSharpKernel(object state) : ILanguageKernel
            {
                private StateManager _stateManager = new(state);
                public string LanguageId => "csharp";
            }

            class StateManager(object state) { private object _lastState = state; }
            """, "DisplayContext"),
    };

    public ScriptQuestionsTests() => Variant.Student = "";

    public void Dispose()
    {
        foreach (Action<object?> set in _hosts.Values)
            set(null);
    }

    [Theory]
    [InlineData(Interactive)]
    [InlineData(Verso)]
    public async Task Questions_are_about_the_last_cell_that_declares_the_function_and_answers_are_judged(string host)
    {
        ScriptState state = await RunCells(
            "double Half(double x) => x;",
            "double Half(double x) => x / 2;",
            "double other = 1;");
        _hosts[host](state);

        string asked = Defend.Call(() => Half(3)).ToString();

        int sheet = int.Parse(asked.Split(' ')[1], CultureInfo.InvariantCulture);
        int[] right = [.. Question().Matches(asked).Select(RightChoice)];
        Assert.Equal(3, right.Length);
        Assert.Equal(3, Defend.Call(() => Half(3), sheet, right[0], right[1], right[2]).Right);
        Assert.Equal(2, Defend.Call(() => Half(3), sheet, right[0] % 3 + 1, right[1], right[2]).Right);
        Assert.Equal(1.5, (await state.ContinueWithAsync("Half(3)")).ReturnValue);
    }

    [Theory]
    [InlineData(Interactive)]
    [InlineData(Verso)]
    public async Task A_function_that_no_cell_declares_has_no_questions(string host)
    {
        _hosts[host](await RunCells("double other = 1;"));

        Assert.StartsWith("No cell above declares a function `Half`", Defend.Call(() => Half(3)).ToString());
    }

    [Theory]
    [InlineData(Interactive, null)]
    [InlineData(Interactive, "another state")]
    [InlineData(Verso, null)]
    [InlineData(Verso, "another state")]
    public void A_host_without_the_expected_state_shows_a_sentence(string host, string? state)
    {
        _hosts[host](state);

        Assert.Equal(
            "In this host there are no questions about your code. They appear in nn: in its kernel for Jupyter, in nn "
                + "run, and on live pages.",
            Defend.Call(() => Half(3)).ToString());
    }

    private static double Half(double x) => x / 2;

    private static async Task<ScriptState> RunCells(params string[] cells)
    {
        ScriptOptions options = ScriptOptions.Default.AddReferences(typeof(Defend).Assembly);
        ScriptState state = await CSharpScript.RunAsync("", options);
        foreach (string cell in cells)
            state = await state.ContinueWithAsync(cell);
        return state;
    }

    /// <summary>The number of the choice with the value of the code in the question.</summary>
    private static int RightChoice(Match question) =>
        1 + question.Groups["choice"].Captures.ToList().FindIndex(choice =>
            Value(choice.Value) == Value(question.Groups["code"].Value));

    /// <summary>The value of a number or of a call.</summary>
    private static double Value(string code) =>
        code.StartsWith("Half(", StringComparison.Ordinal)
            ? Half(Value(code[5..^1]))
            : double.Parse(code.Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d\. [^`]*`(?<code>[^`]*)`.*\n(   \d\) (?<choice>.*)\n?)+", RegexOptions.Multiline)]
    private static partial Regex Question();

    /// <summary>Loads an assembly under the name of the host's.</summary>
    /// <returns>The method that sets the state.</returns>
    private static Action<object?> Host(string name, string code, string type)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        using var assembly = new MemoryStream();
        Assert.True(CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            Directory.GetFiles(framework, "System*.dll").Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly).Success);
        assembly.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(assembly).GetType($"{name}.{type}")!
            .GetMethod("Set")!.CreateDelegate<Action<object?>>();
    }
}
