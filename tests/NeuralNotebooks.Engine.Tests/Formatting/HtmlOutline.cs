using System.Xml.Linq;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>What the HTML of a value shows. A row of a table is a line. A tree begins with ▾ if it is open and with ▸
/// if it is closed, and its members are indented. Elements for emphasis are kept, and a link is followed by its
/// address.</summary>
internal static class HtmlOutline
{
    public static string Of(string html) => string.Join('\n', Lines(XElement.Parse($"<div>{html}</div>")));

    private static IEnumerable<string> Lines(XElement element) =>
        element.Name.LocalName switch
        {
            "tr" => Row([.. element.Elements().Select(cell => Lines(cell).ToArray())]),
            "details" =>
            [
                $"{(element.Attribute("open") is null ? '▸' : '▾')} {element.Element("summary")!.Value}",
                .. Indented(element.Elements("div").SelectMany(Lines)),
            ],
            "a" => [$"{element.Value} ({(string?)element.Attribute("href")})"],
            "b" or "i" => [element.ToString(SaveOptions.DisableFormatting)],
            _ when element.HasElements => element.Elements().SelectMany(Lines),
            _ => [element.Value],
        };

    /// <summary>A cell of several lines is written below its row.</summary>
    private static IEnumerable<string> Row(string[][] cells) =>
        cells.Length == 0
            ? []
            :
            [
                string.Join(" | ", cells.Select(cell => cell.Length == 1 ? cell[0] : "")).TrimEnd(),
                .. Indented(cells.Where(cell => cell.Length > 1).SelectMany(cell => cell)),
            ];

    private static IEnumerable<string> Indented(IEnumerable<string> lines) => lines.Select(line => "  " + line);
}
