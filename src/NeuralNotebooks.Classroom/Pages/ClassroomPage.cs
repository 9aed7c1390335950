using NeuralNotebooks.Site;

namespace NeuralNotebooks.Classroom;

/// <summary>The frame of the pages that students and teachers read.</summary>
internal static class ClassroomPage
{
    private static readonly string _styles = ReadStyles();

    public static string Of(string title, Markup body) => StandalonePage.Of(title, body.ToString(), _styles);

    private static string ReadStyles()
    {
        using var reader = new StreamReader(typeof(ClassroomPage).Assembly.GetManifestResourceStream("classroom.css")!);
        return reader.ReadToEnd();
    }
}
