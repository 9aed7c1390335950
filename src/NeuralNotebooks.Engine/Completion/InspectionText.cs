using System.Xml.Linq;

namespace NeuralNotebooks.Engine;

internal static partial class InspectionText
{
    private static readonly (string Element, string Title)[] _details =
        [("remarks", "Remarks"), ("value", "Value"), ("example", "Example")];

    public static IEnumerable<string> Lines(XElement documentation, bool detailed)
    {
        IEnumerable<XElement> parameters = documentation.Elements("param").Concat(documentation.Elements("typeparam"));
        IEnumerable<string> lines =
        [
            .. documentation.Elements("summary").Take(1).Select(summary => $"\n{TextOf(summary)}"),
            .. List("Parameters", parameters),
            .. Section("Returns", documentation.Element("returns")),
        ];
        return !detailed ? lines :
        [
            .. lines,
            .. List("Throws", documentation.Elements("exception")),
            .. _details.SelectMany(detail => Section(detail.Title, documentation.Element(detail.Element))),
        ];
    }

    private static string[] Section(string title, XElement? element) =>
        element is not null && TextOf(element) is { Length: > 0 } text ? [$"\n{title}: {text}"] : [];

    private static string[] List(string title, IEnumerable<XElement> items)
    {
        string[] lines = [.. items.Select(item => $"  {NameOf(item)}: {TextOf(item).Replace("\n", "\n    ")}")];
        return lines.Length == 0 ? [] : [$"\n{title}:", .. lines];
    }

    /// <summary>The text of an element: references by name, paragraphs and code on lines of their own, other white
    /// space as one space.</summary>
    public static string TextOf(XElement element)
    {
        var text = new StringBuilder();
        Append(element);
        return Spaces()
            .Replace(text.ToString(), " ")
            .Replace(" \n", "\n")
            .Replace("\n ", "\n")
            .Replace('\u00A0', ' ')
            .Trim();

        void Append(XElement parent)
        {
            foreach (XNode node in parent.Nodes())
            {
                switch (node)
                {
                    case XText t:
                        text.Append(White().Replace(t.Value, " "));
                        break;
                    case XElement { Name.LocalName: "code" } code:
                        // Code is copied verbatim; non-breaking spaces protect its indentation when spaces are
                        // collapsed below.
                        text.Append('\n').Append(Unindented(code.Value).Replace(' ', '\u00A0')).Append('\n');
                        break;
                    case XElement { Name.LocalName: "para" or "item" or "br" } block:
                        text.Append('\n');
                        Append(block);
                        text.Append('\n');
                        break;
                    case XElement { IsEmpty: true } reference:
                        text.Append(NameOf(reference));
                        break;
                    case XElement other:
                        Append(other);
                        break;
                }
            }
        }
    }

    private static string Unindented(string code)
    {
        string[] lines = [.. code.ReplaceLineEndings("\n").Split('\n').SkipWhile(string.IsNullOrWhiteSpace)];
        int indent = lines
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty()
            .Min();
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : "")).TrimEnd();
    }

    private static string NameOf(XElement reference)
    {
        string name = ((string[])["cref", "langword", "name", "href"])
            .Select(attribute => (string?)reference.Attribute(attribute)).OfType<string>().FirstOrDefault("");
        if (name.Length < 2 || name[1] != ':')
            return name;
        int parameters = name.IndexOf('(');
        string path = parameters < 0 ? name : name[..parameters];
        return Arity().Replace(path[(path.LastIndexOfAny(['.', ':']) + 1)..], "").Replace("#ctor", "constructor");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
