namespace NeuralNotebooks.Runner;

/// <summary>The folder in which this program stores a user's data.</summary>
internal static class UserFolder
{
    /// <summary>A folder <c>NeuralNotebooks</c> in the user's data folder, or in the temporary folder if the user has
    /// no home directory, as in some containers.</summary>
    public static string Path
    {
        get
        {
            string data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return System.IO.Path.Combine(data.Length > 0 ? data : System.IO.Path.GetTempPath(), "NeuralNotebooks");
        }
    }
}
