using System.Threading.RateLimiting;

namespace NeuralNotebooks.Cli;

/// <summary>How much one phone and one address may ask, so that a few misbehaving ones do not stop the class.</summary>
/// <param name="phonesPerAddress">How many phones may use one address.</param>
internal sealed class ClassLimits(int phonesPerAddress) : IDisposable
{
    // A phone asks every two seconds, and when it becomes visible.
    private readonly PartitionedRateLimiter<string> _phones = Requests(burst: 20, perSecond: 2);

    private readonly PartitionedRateLimiter<string> _addresses =
        Requests(burst: 60 + (5 * phonesPerAddress), perSecond: 2 * phonesPerAddress);

    private readonly PartitionedRateLimiter<string> _wrongCodes = Requests(burst: 10, perSecond: 1, period: 5);

    private readonly PartitionedRateLimiter<string> _connections = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetConcurrencyLimiter(
            address, _ => new() { PermitLimit = 20 + (6 * phonesPerAddress) }));

    /// <summary>A connection from an address; it is refused if <see cref="RateLimitLease.IsAcquired"/> is
    /// false.</summary>
    public RateLimitLease Connect(string address) => _connections.AttemptAcquire(address);

    /// <summary>Whether a request may be answered.</summary>
    /// <param name="phone">The phone, if it has joined.</param>
    public bool Allows(string address, string? phone) =>
        Takes(_addresses, address) && (phone is null || Takes(_phones, phone));

    /// <summary>Whether the address may try another code, after those that were wrong.</summary>
    public bool AllowsCode(string address) => _wrongCodes.GetStatistics(address)?.CurrentAvailablePermits > 0;

    public void WrongCode(string address) => Takes(_wrongCodes, address);

    public void Dispose()
    {
        foreach (PartitionedRateLimiter<string> limiter in new[] { _phones, _addresses, _wrongCodes, _connections })
            limiter.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> limiter, string key)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Requests(int burst, int perSecond, int period = 1) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new()
            {
                TokenLimit = burst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(period),
            }));
}
