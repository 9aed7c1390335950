namespace NeuralNotebooks.Engine;

/// <summary>The kit's script that the build writes for notebooks which have none in their folder, such as an
/// assignment's source.</summary>
public static class BuiltKit
{
    /// <summary>The script of the course to which a folder belongs: searches from the folder upwards.</summary>
    /// <returns>The path; null if there is none.</returns>
    public static string? Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string script = Path.Combine(at.FullName, "assignments", "kit.csx");
            if (File.Exists(script))
                return script;
        }
        return null;
    }
}
