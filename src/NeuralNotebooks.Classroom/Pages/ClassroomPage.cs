using NeuralNotebooks.Site;

namespace NeuralNotebooks.Classroom;

/// <summary>The frame of the pages that students and teachers read.</summary>
internal static class ClassroomPage
{
    private static readonly string _styles = Asset("classroom.css");

    /// <summary>A page; one with a script may have more styles.</summary>
    public static string Of(string title, Markup body, string styles = "", string script = "") =>
        StandalonePage.Of(title, body.ToString(), _styles + styles, script);

    /// <summary>The text of an embedded file.</summary>
    public static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(ClassroomPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
