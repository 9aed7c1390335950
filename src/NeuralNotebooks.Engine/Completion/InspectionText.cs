using System.Xml.Linq;

namespace NeuralNotebooks.Engine;

internal static partial class InspectionText
{
    public static IEnumerable<string> Lines(XElement documentation) =>
    [
        .. documentation.Elements("summary").Take(1).Select(summary => $"\n{TextOf(summary)}"),
        .. List("Parameters", documentation.Elements("param").Concat(documentation.Elements("typeparam"))),
        .. documentation.Elements("returns").Take(1).Select(returns => $"\nReturns: {TextOf(returns)}"),
    ];

    private static string[] List(string title, IEnumerable<XElement> items)
    {
        string[] lines = [.. items.Select(item => $"  {NameOf(item)}: {TextOf(item).Replace("\n", "\n    ")}")];
        return lines.Length == 0 ? [] : [$"\n{title}:", .. lines];
    }

    /// <summary>The text of an element: references by name, paragraphs on own lines, one space between words.</summary>
    public static string TextOf(XElement element)
    {
        var text = new StringBuilder();
        Append(element);
        return Spaces()
            .Replace(text.ToString(), " ")
            .Replace(" \n", "\n")
            .Replace("\n ", "\n")
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
                    case XElement { Name.LocalName: "para" or "item" or "br" or "code" } block:
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
