namespace NeuralNotebooks.Jupyter;

/// <summary>Where a user's things are kept.</summary>
internal static class UserFolders
{
    /// <summary>The folder of this program in the user's data folder; in the temporary folder where a user has no home, as in some containers.</summary>
    public static string Data
    {
        get
        {
            string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "NeuralNotebooks");
        }
    }
}
