namespace NeuralNotebooks.Classroom;

/// <summary>The questions about the code of a task, which a DEFEND cell asks for.</summary>
/// <param name="Points">What the right answers are worth.</param>
/// <param name="Call">The example call, such as <c>() => ProductGate(3, -1, 2)</c>.</param>
public sealed record TaskQuestions(Points Points, string Call)
{
    /// <summary>Its cell in messages.</summary>
    public string Place { get; private init; } = "";

    /// <summary>Reads a DEFEND cell of a source or of a release.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="reference">The task's cell, which declares the function that the example calls.</param>
    /// <param name="problems">Receives the problems; null if they have been reported before.</param>
    /// <returns>The questions; null if the cell has a problem.</returns>
    internal static TaskQuestions? Read(SourceCell cell, string reference, Action<int?, string>? problems = null)
    {
        const string Expected = "Expected Defend.Call(() => F(…)); with a function F that the task declares.";
        InvocationExpressionSyntax[] calls =
        [
            .. SourceSyntax.Parse(cell.Cell.Source).DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(call => call.Expression.ToString() == "Defend.Call"),
        ];
        if (calls is not [var call])
            return Wrong(null, $"The cell has {calls.Length} calls of Defend.Call. Expected one.");
        if (call.ArgumentList.Arguments is not [{ Expression: ParenthesizedLambdaExpressionSyntax lambda }])
            return Wrong(call, $"The call has other arguments than an example. {Expected}");
        if (lambda.Body is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax called })
            return Wrong(lambda, $"The example is not a call of a function. {Expected}");
        if (SourceSyntax.Parse(reference).Members.OfType<MethodDeclarationSyntax>()
            .All(method => method.Identifier.Text != called.Identifier.Text))
            return Wrong(lambda, $"The task {cell.Task} declares no function {called}. {Expected}");
        return new(Marker.Of(cell.Cell).Points, lambda.ToString()) { Place = cell.Place };

        TaskQuestions? Wrong(SyntaxNode? node, string sentence)
        {
            problems?.Invoke(node is null ? null : ScriptSyntax.LineOf(node), sentence);
            return null;
        }
    }
}
