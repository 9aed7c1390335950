using System.Security.Cryptography;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Ids for cells of files written before cells had ids.</summary>
internal static class CellId
{
    /// <summary>Eight hexadecimal digits like Jupyter's, but derived from the source: reading a file twice gives the
    /// same ids.</summary>
    public static string Create(string source, HashSet<string> taken)
    {
        for (int attempt = 0; ; attempt++)
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(attempt == 0 ? source : $"{attempt}\n{source}"));
            string id = Convert.ToHexStringLower(hash, 0, 4);
            if (taken.Add(id))
                return id;
        }
    }
}
