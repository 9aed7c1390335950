namespace NeuralNotebooks.Classroom;

internal static class ClassroomPage
{
    private static readonly string _styles = Asset("classroom.css");

    public static string Of(string title, Markup body, string styles = "", string script = "") =>
        StandalonePage.Of(title, body.ToHtml(), _styles + styles, script);

    public static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(ClassroomPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
