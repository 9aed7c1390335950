namespace Notebooks.Tests;

/// <param name="Index">Its place in the notebook, from 0 on.</param>
/// <param name="Error">Why it failed; null if it did not.</param>
internal sealed record HostCell(int Index, string? Error, string[] Html);
