namespace NeuralNotebooks.Engine;

/// <summary>Asks what a call returns, and which value a variable has while it runs. Wrong choices are the values after
/// a plausible mistake in the function, or for misread arguments.</summary>
internal sealed class ValueQuestions(CodeFunction function, CallVariants calls, QuestionProgram program)
{
    /// <summary>The kind of those about a returned value.</summary>
    public const string ReturnKind = "the value that a call returns";

    private const int MaxMistakes = 12;

    private readonly Edit[][] _mistakes = [.. Mistakes(function).Take(MaxMistakes)];

    private string Name => function.Method.Identifier.ValueText;

    /// <summary>What a call returns.</summary>
    public IEnumerable<QuestionDraft> OfReturns()
    {
        string[] copies = Copies([]);
        foreach (string arguments in calls.Asked)
            yield return new(
                ReturnKind, ScriptSyntax.LineOf(function.Method),
                $"What does `{Name}{arguments}` return?",
                Places(copies, arguments, (copy, given) => program.AddCall(copy, given)));
    }

    /// <summary>The value that a line outside of loops gives a variable.</summary>
    public IEnumerable<QuestionDraft> OfVariables() =>
        from declaration in function.Own<LocalDeclarationStatementSyntax>()
        where !function.IsInLoop(declaration)
        from variable in declaration.Declaration.Variables
        select Draft(
            "the value of a variable", declaration, variable.Identifier.ValueText,
            $"Which value does line {ScriptSyntax.LineOf(variable)} give `{variable.Identifier.ValueText}`?",
            note => [new(declaration.Span.End, note)], 0);

    /// <summary>The value of a variable after the second pass of a loop. Values after other passes and before the loop
    /// are wrong choices, too. Questions about two passes would answer each other.</summary>
    public IEnumerable<QuestionDraft> OfLoops() =>
        from loop in function.Own<StatementSyntax>()
        where !function.IsInLoop(loop) && loop is not LabeledStatementSyntax && loop.Parent is BlockSyntax
        let body = CodeFunction.RepeatedBody(loop)
        where body is not null && !body.DescendantNodes().OfType<ContinueStatementSyntax>().Any()
        from variable in function.Assignments()
            .Where(one => body.Span.Contains(one.Statement.Span))
            .Select(one => one.Variable)
            .Where(one => !one.DeclaringSyntaxReferences.Any(place => loop.Span.Contains(place.Span)))
            .Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>()
        select Draft(
            "the value of a variable in a loop", loop, variable.Name,
            $"What is `{variable.Name}` at the end of the second pass of the loop in line {ScriptSyntax.LineOf(loop)}?",
            note => [.. Edit.Into(body, note, atEnd: true), new(loop.SpanStart, note)],
            2, 1, 3, -1, 0);

    /// <summary>A question about a noted variable of the first call.</summary>
    /// <param name="notes">The number of the note with the right value, and then those of notes with wrong
    /// values.</param>
    private QuestionDraft Draft(
        string kind, SyntaxNode node, string variable, string text, Func<string, Edit[]> edits, params int[] notes)
    {
        string[] copies = Copies(edits(QuestionProgram.NoteOf(variable)));
        ValuePlace[] places = Places(copies, calls.Main, (copy, given) => program.AddRun($"{copy}{given};"), notes[0]);
        return new(
            kind, ScriptSyntax.LineOf(node), $"`{Name}{calls.Main}` runs. {text}",
            [.. places, .. notes.Skip(1).Select(other => places[0] with { At = other })]);
    }

    /// <summary>The names of a copy with edits, and of such copies that also have a mistake.</summary>
    private string[] Copies(Edit[] edits) =>
        [.. _mistakes.Prepend([]).Select(mistake => program.Copy([.. edits, .. mistake]))];

    /// <summary>Where the right value of a question is found, and then the wrong ones.</summary>
    private ValuePlace[] Places(string[] copies, string arguments, Func<string, string, int> run, int at = 0) =>
    [
        .. copies.Select(copy => new ValuePlace(run(copy, arguments), at)),
        .. calls.Misread(arguments).Select(other => new ValuePlace(run(copies[0], other), at)),
    ];

    /// <summary>Changes to the function that are plausible mistakes.</summary>
    private static IEnumerable<Edit[]> Mistakes(CodeFunction function)
    {
        foreach (SyntaxNode node in function.Method.DescendantNodes())
            foreach (Edit[] change in Changes(node))
                yield return change;
        IParameterSymbol[] parameters =
            [.. function.Method.ParameterList.Parameters.Select(p => function.Model.GetDeclaredSymbol(p)!)];
        foreach ((int i, IParameterSymbol first) in parameters.Index())
            foreach (IParameterSymbol second in parameters.Skip(i + 1).Where(other =>
                SymbolEqualityComparer.Default.Equals(other.Type, first.Type)))
                yield return
                [
                    .. function.Method.DescendantNodes().OfType<IdentifierNameSyntax>()
                        .Select(name => (name.Span, function.Model.GetSymbolInfo(name).Symbol))
                        .Where(name => Is(name.Symbol, first) || Is(name.Symbol, second))
                        .Select(name => new Edit(name.Span, Is(name.Symbol, first) ? second.Name : first.Name)),
                ];

        static bool Is(ISymbol? symbol, ISymbol other) => SymbolEqualityComparer.Default.Equals(symbol, other);
    }

    private static IEnumerable<Edit[]> Changes(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => Changes(binary),
        ExpressionStatementSyntax or IfStatementSyntax { Else: null } => [[new(node.Span, ";")]],
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum =>
            [[new(sum.OperatorToken.Span, "=")]],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus =>
            [[new(minus.OperatorToken.Span, "")]],
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "T" } member =>
            [Edit.Keep(member.Expression, member)],
        IdentifierNameSyntax { Identifier.ValueText: "Max", Parent: MemberAccessExpressionSyntax } =>
            [[new(node.Span, "Min")]],
        IdentifierNameSyntax { Identifier.ValueText: "Min", Parent: MemberAccessExpressionSyntax } =>
            [[new(node.Span, "Max")]],
        ConditionalExpressionSyntax choice =>
            [Edit.Keep(choice.WhenTrue, choice), Edit.Keep(choice.WhenFalse, choice)],
        _ => [],
    };

    private static IEnumerable<Edit[]> Changes(BinaryExpressionSyntax binary)
    {
        string? other = binary.Kind() switch
        {
            SyntaxKind.AddExpression => "-",
            SyntaxKind.SubtractExpression => "+",
            SyntaxKind.MultiplyExpression => "+",
            SyntaxKind.DivideExpression => "*",
            SyntaxKind.LessThanExpression => "<=",
            SyntaxKind.LessThanOrEqualExpression => "<",
            SyntaxKind.GreaterThanExpression => ">=",
            SyntaxKind.GreaterThanOrEqualExpression => ">",
            SyntaxKind.EqualsExpression => "!=",
            SyntaxKind.NotEqualsExpression => "==",
            _ => null,
        };
        if (other is null)
            yield break;
        if (binary.Kind() is SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
            or SyntaxKind.AddExpression or SyntaxKind.SubtractExpression)
            yield return Edit.Keep(binary.Left, binary);
        if (binary.IsKind(SyntaxKind.MultiplyExpression) || binary.IsKind(SyntaxKind.AddExpression))
            yield return Edit.Keep(binary.Right, binary);
        yield return [new(binary.OperatorToken.Span, other)];
    }
}
