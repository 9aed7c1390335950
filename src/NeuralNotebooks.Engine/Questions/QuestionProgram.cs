namespace NeuralNotebooks.Engine;

/// <summary>A program that follows the cells of a session. It contains changed copies of a function, calls them in many
/// runs, and its value is an array with the texts that each run has noted. A run that throws an exception or does not
/// end notes nothing.</summary>
/// <remarks>Runs are limited by the number of loop passes, not by time, so that the values are the same
/// everywhere.</remarks>
internal sealed class QuestionProgram(CodeFunction function, string textOf)
{
    /// <summary>The method of the program that notes a value.</summary>
    private const string Note = "__nnNote";

    /// <summary>The most notes of a run; later ones replace the last.</summary>
    private const int MaxNotes = 16;

    private const string Pass = "__nnPass", Run = "__nnRun";

    /// <summary>The most passes of a run, and for how many a call counts, since it takes long to leave a deep
    /// recursion.</summary>
    private const int MaxPasses = 20_000, PassesOfCall = 20;

    /// <summary>The most characters of a note. Longer ones are no choices.</summary>
    private const int MaxText = CodeQuestions.MaxLength + 1;

    private readonly List<string> _copies = [], _runs = [];

    /// <summary>Adds a changed copy of the function.</summary>
    /// <returns>The name of the copy.</returns>
    public string Copy(params IEnumerable<Edit> edits)
    {
        string name = Invariant($"__nnCopy{_copies.Count}_"), passOfCall = Invariant($"{Pass}({PassesOfCall});");
        MethodDeclarationSyntax method = function.Method;
        IEnumerable<Edit> all = method
            .DescendantNodes()
            .Select(CodeFunction.RepeatedBody)
            .OfType<StatementSyntax>()
            .SelectMany(body => Edit.Into(body, Pass + "(1);"))
            .Concat(function.OwnNames.Select(own => new Edit(own.Span, name)))
            .Concat(method.ExpressionBody is { ArrowToken: var arrow }
                ? [new(arrow.Span, $"{{ {passOfCall} return "), new(method.SemicolonToken.Span, "; }")]
                : Edit.Into(method.Body!, passOfCall))
            .Concat(edits);
        _copies.Add(Edit.Apply(function.Code, method.Span, all));
        return name;
    }

    /// <summary>Adds a run.</summary>
    /// <returns>Its number.</returns>
    public int AddRun(string statements)
    {
        _runs.Add(statements);
        return _runs.Count - 1;
    }

    /// <summary>Adds a run that notes the value of a call.</summary>
    public int AddCall(string copy, string arguments) => AddRun(NoteOf($"{copy}{arguments}"));

    /// <summary>The statement that notes a value.</summary>
    public static string NoteOf(string value) => $"{Note}({value});";

    /// <summary>The text of the program. Copies and runs that do not compile are left out.</summary>
    public string Text(Func<string, Compilation> bind)
    {
        (string text, List<(TextSpan Span, string Part)> parts) = Joined([]);
        HashSet<string> wrong =
        [
            .. from error in bind(text).GetDiagnostics()
               where error.Severity == DiagnosticSeverity.Error
               from part in parts
               where part.Span.IntersectsWith(error.Location.SourceSpan)
               select part.Part,
        ];
        return wrong.Count == 0 ? text : Joined(wrong).Text;
    }

    private (string Text, List<(TextSpan, string)> Parts) Joined(HashSet<string> without)
    {
        var parts = new List<(TextSpan, string)>();
        var text = new StringBuilder($$"""
            static int __nnLeft;
            static readonly global::System.Collections.Generic.List<string> __nnNotes = new();
            static void {{Pass}}(int count)
            {
                if ((__nnLeft -= count) < 0) throw new global::System.TimeoutException();
                global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            }
            static string __nnText(object value) => value as string ?? global::{{textOf}}(value);
            static void {{Note}}(object value)
            {
                string text = __nnText(value);
                if (__nnNotes.Count == {{MaxNotes}}) __nnNotes.RemoveAt({{MaxNotes - 1}});
                __nnNotes.Add(text.Length > {{MaxText}} ? text.Substring(0, {{MaxText}}) : text);
            }
            static bool {{CallQuestions.Method}}(bool condition)
            {
                string text = condition ? "true" : "false";
                if (!__nnNotes.Contains(text)) {{Note}}(text);
                return condition;
            }
            static string[] {{Run}}(global::System.Action run)
            {
                __nnLeft = {{MaxPasses}};
                __nnNotes.Clear();
                try { run(); return __nnNotes.ToArray(); }
                catch (global::System.Exception) { return new string[0]; }
            }

            """);
        foreach (string copy in _copies.Where(copy => !without.Contains(copy)))
            Append(copy, copy);
        string[] lost = [.. _copies.Index().Where(copy => without.Contains(copy.Item)).Select(copy => Invariant(
            $"__nnCopy{copy.Index}_"))];
        text.AppendLine("new string[][] {");
        foreach (string run in _runs)
        {
            bool isLost = without.Contains(run) || lost.Any(name => run.Contains(name, StringComparison.Ordinal));
            Append($"{Run}(() => {{ {(isLost ? "" : run)} }}),", run);
        }
        return (text.Append('}').ToString(), parts);

        void Append(string line, string part)
        {
            parts.Add((new TextSpan(text.Length, line.Length), part));
            text.AppendLine(line);
        }
    }
}
