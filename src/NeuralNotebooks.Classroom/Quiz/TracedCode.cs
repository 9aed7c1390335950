namespace NeuralNotebooks.Classroom;

/// <summary>A copy of an answer's code in which each statement that changes a variable then notes its value. No line is
/// added, so lines have the same numbers.</summary>
internal sealed class TracedCode
{
    private readonly List<TracedPlace> _places = [];

    public TracedCode(string code, string recorder)
    {
        List<Insertion> notes = [];
        foreach (StatementSyntax statement in CellSyntax.Parse(code).DescendantNodes().OfType<StatementSyntax>())
        {
            string[] variables = [.. VariablesOf(statement).Where(name => name != "_").Distinct()];
            if (variables.Length == 0)
                continue;
            bool isAlone = statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax);
            string after = string.Concat(variables.Select((name, i) => Invariant(
                $" {recorder}.Note({_places.Count + i}, {name});")));
            notes.AddRange(Insertion.Around(
                statement, isAlone ? "{ " : "", isAlone ? after + " }" : after, InsertionKind.Statement));
            _places.AddRange(variables.Select(name => new TracedPlace(statement, name)));
        }
        Text = Insertion.Insert(code, notes);
    }

    public string Text { get; }

    public IReadOnlyList<TracedPlace> Places => _places;

    private static IEnumerable<string> VariablesOf(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration: var declaration } local when IsOrdinary(local) =>
            declaration.Variables.Where(one => one.Initializer is not null).Select(one => one.Identifier.Text),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var left } } => Targets(left),
        ExpressionStatementSyntax { Expression: PostfixUnaryExpressionSyntax { Operand: var changed } } =>
            Targets(changed),
        ExpressionStatementSyntax { Expression: PrefixUnaryExpressionSyntax { Operand: var changed } } =>
            Targets(changed),
        // A call such as cache.Add(line) changes a collection; Console is a type.
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: var called } }
            when called is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner }
                && !char.IsUpper($"{owner}"[0]) => [$"{owner}"],
        _ => [],
    };

    /// <summary>Whether the variables of a declaration can be converted to object, and change afterwards.</summary>
    private static bool IsOrdinary(LocalDeclarationStatementSyntax local) =>
        !local.IsConst && local.UsingKeyword == default && local.Declaration.Type is not RefTypeSyntax
        && !$"{local}".Contains("Span");

    private static IEnumerable<string> Targets(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => [name.Identifier.Text],
        ElementAccessExpressionSyntax entry when !HasEffects(entry) => [entry.ToString()],
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(part => Targets(part.Expression)),
        DeclarationExpressionSyntax declared => declared.DescendantNodes().OfType<SingleVariableDesignationSyntax>()
            .Select(one => one.Identifier.Text),
        _ => [],
    };

    /// <summary>Whether evaluating an expression a second time may have an effect.</summary>
    private static bool HasEffects(SyntaxNode expression) => expression.DescendantNodes().Any(node =>
        node is not (IdentifierNameSyntax or LiteralExpressionSyntax or BinaryExpressionSyntax or ArgumentSyntax
            or BracketedArgumentListSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax)
        && !node.IsKind(SyntaxKind.IndexExpression));
}

/// <summary>A statement after which the value of a variable, or of an entry such as <c>dx[i]</c>, is noted.</summary>
internal sealed record TracedPlace(StatementSyntax Statement, string Variable)
{
    public int Line => ScriptSyntax.LineOf(Statement);

    public bool IsInLoop => Statement.Ancestors().Any(node => ScriptSyntax.LoopBody(node) is not null);

    /// <summary>Whether the value is seen at a glance: the statement contains it, counts, or makes an array of
    /// zeros.</summary>
    public bool Shows(string value, int time) =>
        Statement.DescendantTokens().Any(token => token.Text == value || (token.Text == "++" && value == $"{time + 1}"))
        || (value[0] == '[' && !value.AsSpan().ContainsAnyExcept("[]0, "));

    /// <summary>The statement for a sentence: its code if it is short.</summary>
    public string Named => $"{Statement}".TrimEnd(';') is { Length: < 60 } code && !code.AsSpan().ContainsAny("`\n")
        ? Invariant($"`{code}` in line {Line}") : Invariant($"the statement in line {Line}");
}
