namespace NeuralNotebooks.Classroom;

internal static class Stub
{
    /// <summary>How a teacher chooses another stub, for messages.</summary>
    public const string Remedy = "In a solution, lines such as // STUB return 0; say what students get in its place.";

    private const string Fails = "throw new NotImplementedException();";

    /// <summary>The cell's lines with each solution replaced by the stub in its STUB lines, or by the
    /// default.</summary>
    public static string Of(string[] lines, IReadOnlyList<Region> regions, bool isText)
    {
        var stub = new List<string>();
        int next = 0;
        foreach (Region region in regions)
        {
            stub.AddRange(lines[next..region.Begin]);
            string[] own =
            [
                .. lines[(region.Begin + 1)..region.End].Select(line => MarkerPatterns.StubLine(isText).Match(line))
                    .Where(match => match.Success)
                    .Select(match => (match.Groups["indent"].Value + match.Groups["text"].Value).TrimEnd()),
            ];
            string indent = lines[region.Begin][..^lines[region.Begin].TrimStart().Length];
            stub.AddRange(
                own.Length > 0 ? own
                : isText ? ["*Your answer here.*"]
                : [$"{indent}// your code here", .. Failing(lines, region).Select(line => indent + line)]);
            next = region.End + 1;
        }
        stub.AddRange(lines[next..]);
        return string.Join('\n', stub);
    }

    /// <summary>A statement that throws an exception. In place of types, or of members of a type: their public members,
    /// each of which throws it.</summary>
    private static IEnumerable<string> Failing(string[] lines, Region region)
    {
        MemberDeclarationSyntax[] members =
        [
            .. CellSyntax.Parse(string.Join('\n', lines)).DescendantNodes().OfType<MemberDeclarationSyntax>()
                .Where(IsInside)
                .Where(member => member.Parent is not MemberDeclarationSyntax outer || !IsInside(outer)),
        ];
        return members.Length > 0
            && Array.TrueForAll(members, one => one is TypeDeclarationSyntax || one.Parent is TypeDeclarationSyntax)
                ? members.SelectMany(Failing)
                : [Fails];

        bool IsInside(MemberDeclarationSyntax member) => region.Contains(ScriptSyntax.LineOf(member) - 1);
    }

    private static IEnumerable<string> Failing(MemberDeclarationSyntax member)
    {
        if (member is BaseFieldDeclarationSyntax
            || !(member.Parent is CompilationUnitSyntax or InterfaceDeclarationSyntax
                || member.Modifiers.Any(SyntaxKind.PublicKeyword)))
            return [];
        string TextBefore(int end) => member.ToString()[..(end - member.SpanStart)].TrimEnd();
        if (member is TypeDeclarationSyntax { OpenBraceToken: { RawKind: not 0 } brace } type)
            return
            [
                TextBefore(brace.SpanStart),
                "{",
                .. type.Members.SelectMany(Failing).Select(line => "    " + line),
                "}",
            ];
        SyntaxNode? body = member.ChildNodes()
            .FirstOrDefault(node => node
                is BlockSyntax or ArrowExpressionClauseSyntax or AccessorListSyntax or ConstructorInitializerSyntax);
        if (body is null || member.Modifiers.Any(SyntaxKind.AbstractKeyword))
            return [$"{member}"];
        SyntaxToken setter = (body as AccessorListSyntax)?.Accessors
            .FirstOrDefault(one => one.Modifiers.Count == 0 && !one.Keyword.IsKind(SyntaxKind.GetKeyword))?.Keyword
            ?? default;
        string failing = setter == default ? $"=> {Fails}" : $"{{ get => {Fails} {setter.Text} => {Fails} }}";
        return [$"{TextBefore(body.SpanStart)} {failing}"];
    }
}
