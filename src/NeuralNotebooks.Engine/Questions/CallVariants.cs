namespace NeuralNotebooks.Engine;

/// <summary>Calls of a function with other numbers than those of an example call, and with the same shapes.</summary>
/// <remarks>Labels and rates stay: 0, 1, numbers between them, and numbers from 100 on are not changed, except where
/// whole lists become 0. Whole numbers beside other arguments than numbers stay, too: they may be the sizes of a
/// matrix.</remarks>
internal sealed class CallVariants
{
    private const int Others = 16, MaxAsked = 7, Large = 100;

    private readonly string _call;
    private readonly ArgumentListSyntax _list;
    private readonly (ExpressionSyntax Node, double Value, bool IsWhole, bool IsFloat)[] _numbers;
    private readonly bool _hasSizes;

    public CallVariants(InvocationExpressionSyntax call, SemanticModel model, Random random)
    {
        (_call, _list) = (call.SyntaxTree.ToString(), call.ArgumentList);
        _numbers =
        [
            .. from literal in _list.DescendantNodes().OfType<LiteralExpressionSyntax>()
               where literal.IsKind(SyntaxKind.NumericLiteralExpression)
               let node = literal.Parent is PrefixUnaryExpressionSyntax minus
                   && minus.IsKind(SyntaxKind.UnaryMinusExpression) ? minus : (ExpressionSyntax)literal
               let type = model.GetTypeInfo(node).ConvertedType?.SpecialType
               let isReal = type is SpecialType.System_Double or SpecialType.System_Single
               let isWhole = literal.Token.Value is int && node.Parent?.Parent == _list && !isReal
               where isReal || isWhole
               let value = Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture)
               select (node, node == literal ? value : -value, isWhole, type is SpecialType.System_Single),
        ];
        _hasSizes = _list.Arguments.Any(argument => !_numbers.Any(number => number.Node == argument.Expression));
        Main = With(_numbers.Select(number => Near(number.Value, number.IsWhole, random)));
        All = [.. Enumerable.Range(0, Others).Select(_ => Other(random)).Prepend(Main).Distinct()];
        Asked = [.. Special().Concat(All.Skip(1)).Prepend(Main).Distinct().Take(MaxAsked)];
    }

    /// <summary>The arguments of the first call, in parentheses.</summary>
    public string Main { get; }

    /// <summary>The arguments of different calls, with the first.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The arguments of the first call, of special calls, and of others.</summary>
    public IReadOnlyList<string> Asked { get; }

    /// <summary>The arguments of calls in which a list has only zeros, or lists have only their first item, which makes
    /// a batch of one.</summary>
    private IEnumerable<string> Special()
    {
        (SyntaxNode List, ExpressionSyntax[] Items)[] lists =
        [
            .. _list.DescendantNodes().Select(node => (List: node, Items: Items(node)))
                .Where(list => list.Items.Length > 0 && list.Items.All(item => Array.Exists(
                    _numbers, number => number.Node == item))),
        ];
        foreach (IEnumerable<(SyntaxNode List, ExpressionSyntax[] Items)> same in lists.GroupBy(list =>
            list.List.AncestorsAndSelf().First(node => node.Parent == _list)))
            yield return Apply(same.SelectMany(list => list.Items).Select(item => new Edit(item.Span, "0")));
        foreach (var same in lists.Where(list => list.Items.Length > 1).GroupBy(list => list.Items.Length))
            yield return Apply(same.Select(list => new Edit(
                Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(list.Items[0].Span.End, list.Items[^1].Span.End), "")));
        foreach ((ExpressionSyntax node, double value, bool isWhole, _) in _numbers)
            if (!isWhole && Math.Abs(value) > 1 && node.Parent?.Parent == _list)
                yield return Apply([new Edit(node.Span, "0")]);
    }

    /// <summary>The arguments as they are read by mistake: a number is forgotten, so it is 1, or has the other sign;
    /// a list is read from its end.</summary>
    public IEnumerable<string> Misread(string arguments)
    {
        ArgumentListSyntax list = SyntaxFactory.ParseArgumentList(arguments);
        foreach ((ArgumentSyntax like, ArgumentSyntax given) in _list.Arguments.Zip(list.Arguments))
        {
            ExpressionSyntax argument = given.Expression;
            if (Items(argument) is { Length: > 1 } items)
                yield return Edit.Apply(arguments, list.FullSpan, items.Zip(items.Reverse(), (item, other) =>
                    new Edit(item.Span, other.ToString())));
            if (argument is not (LiteralExpressionSyntax or PrefixUnaryExpressionSyntax))
                continue;
            yield return Edit.Apply(arguments, list.FullSpan, [new(argument.Span, "1")]);
            // A size with the other sign may give a loop without end in another function.
            if (!Array.Exists(_numbers, number => number.IsWhole && number.Node == like.Expression))
                yield return Edit.Apply(arguments, list.FullSpan, [new(argument.Span, $"-({argument})")]);
        }
    }

    private static ExpressionSyntax[] Items(SyntaxNode node) => node switch
    {
        CollectionExpressionSyntax list => [.. list.Elements.OfType<ExpressionElementSyntax>()
            .Select(item => item.Expression)],
        InitializerExpressionSyntax list => [.. list.Expressions],
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } items } => [.. items.Select(item =>
            item.Expression)],
        _ => [],
    };

    private string Other(Random random)
    {
        double[] values = [.. _numbers.Select(number => Near(number.Value, number.IsWhole, random))];
        int[] free = [.. Enumerable.Range(0, values.Length).Where(i => !_numbers[i].IsWhole && IsFree(values[i]))];
        double[] from = [.. values];
        foreach (int i in free)
            values[i] = random.Next(6) switch
            {
                0 => -values[i],
                1 => 0,
                2 or 3 => from[free[random.Next(free.Length)]],
                _ => values[i],
            };
        return With(values);
    }

    private static bool IsFree(double value) => value < 0 || (value > 1 && value < Large);

    private double Near(double value, bool isWhole, Random random) =>
        isWhole && _hasSizes ? value
        : isWhole ? (value >= Large ? value * (1 << random.Next(3)) : value + random.Next(2))
        : !IsFree(value) || Math.Abs(value) < 0.5 ? value
        : Math.Sign(value) * Math.Max(1.5, Math.Abs(value) + 0.5 * random.Next(-2, 5));

    private string With(IEnumerable<double> values) =>
        Apply(_numbers.Zip(values, (number, value) => new Edit(
            number.Node.Span,
            value.ToString("R", CultureInfo.InvariantCulture)
                + (number.IsFloat && !double.IsInteger(value) ? "f" : ""))));

    private string Apply(IEnumerable<Edit> edits) => Edit.Apply(_call, _list.Span, edits);
}
