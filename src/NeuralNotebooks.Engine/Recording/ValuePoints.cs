using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>Inserts calls of <see cref="ValuePoint"/> into a cell: after each statement that assigns a variable, at the
/// beginning of loops and functions, and around the values that methods return.</summary>
/// <remarks>
/// The inserted code must not change the meaning of the cell: it only reads variables that are definitely assigned. A
/// returned expression is wrapped only if it already has the return type of the method.
/// </remarks>
internal sealed class ValuePoints
{
    private const string Type = Insertion.Prefix + nameof(ValuePoint) + ".";

    private readonly SemanticModel _model;
    private readonly RecordedValues _values;
    private readonly List<Insertion> _insertions = [];

    /// <summary>The points that count the passes of loops and functions.</summary>
    private readonly Dictionary<SyntaxNode, RecordedValues.Point> _loops = [];

    private ValuePoints(SemanticModel model, RecordedValues values) => (_model, _values) = (model, values);

    /// <summary>The insertions for a script; none if the script does not compile.</summary>
    public static IReadOnlyList<Insertion> Find(Compilation script, RecordedValues values)
    {
        SyntaxTree tree = script.SyntaxTrees.Last();
        SemanticModel model = script.GetSemanticModel(tree);
        if (model.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            return [];
        var points = new ValuePoints(model, values);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(node => node is not DestructorDeclarationSyntax))
            if (!values.IsIncomplete)
                points.Visit(node);
        return points._insertions;
    }

    /// <summary>The line and the name of the last expression, if the script ends with one.</summary>
    public static (int Line, string Name)? Result(CompiledScript script) =>
        script.Last is { } last
            ? (ScriptSyntax.LineOf(last), last is IdentifierNameSyntax name ? name.Identifier.Text : "")
            : null;

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case FieldDeclarationSyntax { Parent: CompilationUnitSyntax, SemicolonToken.IsMissing: false } field:
                foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                    if (_model.GetDeclaredSymbol(variable) is IFieldSymbol { IsStatic: false })
                        After(field, Assigned(variable));
                break;
            case LocalDeclarationStatementSyntax { IsConst: false } local:
                After(local, local.Declaration.Variables.SelectMany(Assigned));
                break;
            case ExpressionStatementSyntax { SemicolonToken.IsMissing: false } statement:
                After(statement, Assigned(statement.Expression));
                break;
            case ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax:
                foreach (ExpressionSyntax value in node.ChildNodes().OfType<ExpressionSyntax>())
                    Around(value);
                break;
        }
        if (Repeated(node) is ({ } body, var variables))
            Begin(node, body, variables);
    }

    /// <summary>The body of a loop or a function, and the variables that are assigned at its beginning.</summary>
    private static (StatementSyntax? Body, IEnumerable<Variable> Variables) Repeated(SyntaxNode node) =>
        node switch
        {
            WhileStatementSyntax loop => (loop.Statement, []),
            DoStatementSyntax loop => (loop.Statement, []),
            ForStatementSyntax loop => (
                loop.Statement,
                loop.Declaration?.Variables.SelectMany(Assigned) ?? loop.Initializers.SelectMany(Assigned)
            ),
            ForEachStatementSyntax loop => (loop.Statement, [new(loop, loop.Identifier)]),
            ForEachVariableStatementSyntax loop => (loop.Statement, Assigned(loop.Variable)),
            DestructorDeclarationSyntax => (null, []),
            BaseMethodDeclarationSyntax method => (method.Body, ValueParameters(node)),
            LocalFunctionStatementSyntax method => (method.Body, ValueParameters(node)),
            AccessorDeclarationSyntax accessor => (accessor.Body, []),
            AnonymousFunctionExpressionSyntax lambda => (lambda.Block, ValueParameters(node)),
            _ => (null, []),
        };

    /// <summary>The value parameters of a function: those in its parameter list, or the single parameter of a simple
    /// lambda.</summary>
    private static IEnumerable<Variable> ValueParameters(SyntaxNode function) =>
        function
            .ChildNodes()
            .SelectMany(child => child is ParameterListSyntax list ? list.ChildNodes() : [child])
            .OfType<ParameterSyntax>()
            .Where(parameter => parameter.Modifiers.Count == 0)
            .Select(parameter => new Variable(parameter, parameter.Identifier));

    /// <summary>The variables that are definitely assigned after a declaration.</summary>
    private static IEnumerable<Variable> Assigned(VariableDeclaratorSyntax variable) =>
        variable.Initializer is { Value: var value } ? [new(variable, variable.Identifier), .. Assigned(value)] : [];

    /// <summary>The variables that an expression definitely assigns.</summary>
    private static IEnumerable<Variable> Assigned(ExpressionSyntax expression) =>
        expression switch
        {
            AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceAssignmentExpression } assignment =>
                [.. Target(assignment.Left), .. Assigned(assignment.Right)],
            AssignmentExpressionSyntax assignment => Target(assignment.Left),
            PostfixUnaryExpressionSyntax { Operand: var operand } => Target(operand),
            PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression,
            } step => Target(step.Operand),
            AwaitExpressionSyntax { Expression: var awaited } => Assigned(awaited),
            DeclarationExpressionSyntax => Target(expression),
            TupleExpressionSyntax => Target(expression),
            InvocationExpressionSyntax call => call.ArgumentList.Arguments
                .Where(argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None))
                .SelectMany(argument => Target(argument.Expression)),
            _ => [],
        };

    private static IEnumerable<Variable> Target(ExpressionSyntax target) =>
        target switch
        {
            IdentifierNameSyntax name => [new(name, name.Identifier)],
            ElementAccessExpressionSyntax { Expression: var array } => Target(array),
            ParenthesizedExpressionSyntax { Expression: var inner } => Target(inner),
            TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(part => Target(part.Expression)),
            DeclarationExpressionSyntax { Designation: var designation } => designation
                .DescendantNodesAndSelf()
                .OfType<SingleVariableDesignationSyntax>()
                .Select(variable => new Variable(variable, variable.Identifier)),
            _ => [],
        };

    private void After(MemberDeclarationSyntax field, IEnumerable<Variable> variables) =>
        _insertions.Add(new(field.Span.End, Passes(field, variables), Place.Statement, field.Span));

    private void After(StatementSyntax statement, IEnumerable<Variable> variables) =>
        After(statement, Passes(statement, variables));

    private void After(StatementSyntax statement, string points)
    {
        StatementSyntax at = statement;
        while (at.Parent is LabeledStatementSyntax labelled)
            at = labelled;
        bool isListed = at.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;
        if (points == "" || (!isListed && at != statement))
            return;
        Place place = Insertion.PlaceOf(statement);
        if (isListed)
            _insertions.Add(new(statement.Span.End, points, place, statement.Span));
        else
            _insertions.AddRange(Insertion.Around(statement, "{", points + "}", place));
    }

    /// <summary>Counts the passes of a loop or the calls of a function, and records its variables at the beginning of
    /// each.</summary>
    private void Begin(SyntaxNode loop, StatementSyntax body, IEnumerable<Variable> variables)
    {
        RecordedValues.Point? counter = null;
        string points = "";
        foreach (Variable variable in variables)
            if (Add(variable, counter) is var (point, statement))
            {
                counter ??= point;
                points += statement;
            }
        if (counter is null)
        {
            counter = new RecordedValues.Point(ScriptSyntax.LineOf(loop), null, loop: null);
            if (!_values.Add(counter))
                return;
            points = $"{Type}{nameof(ValuePoint.Pass)}({counter.Number}, (byte)0);";
        }
        counter.IsLoop = true;
        _loops.Add(loop, counter);
        _insertions.AddRange(Insertion.Into(body, points));
        var end = new RecordedValues.Point(counter.Line, null, LoopAround(loop)) { EndsLoop = counter };
        if (loop is StatementSyntax whole and not LocalFunctionStatementSyntax && _values.Add(end))
            After(whole, $"{Type}{nameof(ValuePoint.Pass)}({end.Number}, (byte)0);");
    }

    /// <summary>Records the value that a method returns. Lambdas are excluded, since their type may depend on the
    /// expression.</summary>
    private void Around(ExpressionSyntax value)
    {
        TypeInfo type = _model.GetTypeInfo(value);
        if (
            value.Ancestors().FirstOrDefault(IsFunction) is null or AnonymousFunctionExpressionSyntax
            || _model.GetEnclosingSymbol(value.SpanStart) is IMethodSymbol { ReturnsVoid: true }
            || value is RefExpressionSyntax or AnonymousFunctionExpressionSyntax
                or ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax
            || value.Kind() is SyntaxKind.DefaultLiteralExpression or SyntaxKind.NullLiteralExpression
            || type.Type is null or { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Void }
            || !SymbolEqualityComparer.IncludeNullability.Equals(type.Type, type.ConvertedType)
            || !_model.GetConversion(value).IsIdentity
            || !IsRecordable(type.Type)
        )
            return;
        var point = new RecordedValues.Point(ScriptSyntax.LineOf(value), "return", LoopAround(value));
        if (!_values.Add(point))
            return;
        string begin = $"{Type}{nameof(ValuePoint.Returned)}({point.Number}, (";
        _insertions.AddRange(Insertion.Around(value, begin, "))", Place.Expression));
    }

    private string Passes(SyntaxNode at, IEnumerable<Variable> variables)
    {
        RecordedValues.Point? loop = LoopAround(at);
        return string.Concat(
            variables.DistinctBy(variable => variable.Name.Text).Select(variable => Add(variable, loop)?.Statement)
        );
    }

    /// <summary>The statement that records a variable; null if the variable cannot be read without side
    /// effects.</summary>
    private (RecordedValues.Point Point, string Statement)? Add(Variable variable, RecordedValues.Point? loop)
    {
        ISymbol? symbol = _model.GetDeclaredSymbol(variable.Node) ?? _model.GetSymbolInfo(variable.Node).Symbol;
        ITypeSymbol? type = symbol switch
        {
            ILocalSymbol { RefKind: RefKind.None, IsConst: false } local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol { RefKind: RefKind.None, IsConst: false } field => field.Type,
            _ => null,
        };
        string name = variable.Name.Text;
        if (type is null || symbol is IParameterSymbol { IsDiscard: true } || !IsRecordable(type))
            return null;
        var point = new RecordedValues.Point(ScriptSyntax.LineOf(variable.Node), name, loop);
        if (!_values.Add(point))
            return null;
        string value = type.IsReferenceType || type.TypeKind == TypeKind.Dynamic ? $"(object){name}" : name;
        return (point, $"{Type}{nameof(ValuePoint.Pass)}({point.Number}, {value});");
    }

    private static bool IsRecordable(ITypeSymbol type) =>
        !type.IsRefLikeType
        && type is not ITypeParameterSymbol { AllowsRefLikeType: true }
        && type.TypeKind
            is not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Delegate or TypeKind.Error);

    private RecordedValues.Point? LoopAround(SyntaxNode node)
    {
        foreach (SyntaxNode around in node.Ancestors())
            if (_loops.TryGetValue(around, out RecordedValues.Point? loop))
                return loop;
            else if (IsFunction(around))
                return null;
        return null;
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            or AnonymousFunctionExpressionSyntax or BasePropertyDeclarationSyntax;

    /// <summary>A variable where it is assigned: the node that names it, and its name.</summary>
    private readonly record struct Variable(SyntaxNode Node, SyntaxToken Name);
}
