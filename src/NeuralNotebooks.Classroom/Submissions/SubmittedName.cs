namespace NeuralNotebooks.Classroom;

internal static partial class SubmittedName
{
    /// <summary>Removes the number of a copy, as in A1-gates-2, A1-gates (1) or A1-gates-Copy1, which platforms and
    /// browsers add to a name.</summary>
    public static string WithoutCopyNumber(string name) => CopyNumber().Replace(name, "");

    /// <summary>Whether a name is that of an assignment or of a copy.</summary>
    public static bool IsOf(string assignment, string name) =>
        WithoutCopyNumber(name).Equals(assignment, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name that is neither the assignment's nor that of a copy; else empty.</summary>
    public static string OtherThan(string assignment, string name) => IsOf(assignment, name) ? "" : name;

    /// <summary>Whether a file has the name of a notebook. Some browsers append an extension, as in
    /// <c>A1.ipynb.json</c>.</summary>
    public static bool IsNotebook(string file) =>
        Extension().Match(file).Value is var extension
        && (extension.StartsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || IsCSharp(file));

    /// <summary>Whether a file is C#, which is a notebook only with the assignment's name.</summary>
    public static bool IsCSharp(string file) =>
        file.EndsWith(Notebook.CSharpExtension, StringComparison.OrdinalIgnoreCase);

    public static string StemOf(string file) => Extension().Replace(file, "");

    [GeneratedRegex(@"(-\d+| ?\(\d+\)|-Copy\d*)$")]
    private static partial Regex CopyNumber();

    [GeneratedRegex(@"(\.ipynb(\.(json|txt))?|\.[^.]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();
}
