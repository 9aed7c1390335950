namespace NeuralNotebooks.Engine;

/// <summary>Packages that could not be had, in the words of NuGet.</summary>
internal sealed class PackageException(string message) : Exception(message);
