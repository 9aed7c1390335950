using System.Text.RegularExpressions;

namespace Notebooks.Tests.LectureNotes;

/// <summary>A section of a notebook, which a link can lead to.</summary>
/// <param name="File">The notebook's file name.</param>
/// <param name="Heading">The text of its heading: "3. The rule in general".</param>
public sealed partial record Section(string File, string Heading)
{
    /// <summary>The section of a notebook that names a line of the tables: the numbered heading before the first such
    /// place.</summary>
    public static Section Of(Erratum erratum, string file)
    {
        string text = string.Join('\n', CourseNotebook.Open(file).Markdown.Select(cell => cell.Source));
        Match marker = Regex.Match(text, $@"\b{erratum.Word}\s+{erratum.Id}\b", RegexOptions.IgnoreCase);
        Assert.True(marker.Success, $"No Markdown cell of {file} says \"{erratum}\".");
        Match heading = Numbered().Matches(text[..marker.Index]).Last(match => !match.Value.Contains('$'));
        return new(file, heading.Groups["heading"].Value);
    }

    /// <summary>A Markdown link in the form of Jupyter's anchors, which the site supports too: [04
    /// §3](04-….ipynb#3.-The-rule).</summary>
    public string Link(string from)
    {
        string anchor = "#" + Heading.Replace(' ', '-');
        string section = $"§{Heading.Split('.')[0]}";
        return File == from ? $"[{section}]({anchor})" : $"[{File[..2]} {section}]({File}{anchor})";
    }

    [GeneratedRegex(@"^#{2,3} (?<heading>\d+\. .+)$", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
