namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>What everyday runs leave to the nightly one, because it takes minutes.</summary>
public static class Nightly
{
    public const string Reason = "This runs nightly: .ci/run --all sets NN_NIGHTLY=1.";

    /// <summary>Whether this is a nightly run.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("NN_NIGHTLY") == "1";
}
