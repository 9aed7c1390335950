using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace NeuralNotebooks.Cli;

/// <summary>How much one phone and one address may ask, so that a few misbehaving ones do not stop the class.</summary>
internal sealed class ClassLimits(int phonesPerAddress) : IDisposable
{
    // A phone asks every two seconds, and when it becomes visible.
    private readonly PartitionedRateLimiter<string> _phones = Requests(burst: 20, tokens: 2);

    private readonly PartitionedRateLimiter<string> _addresses =
        Requests(burst: 60 + (5 * phonesPerAddress), tokens: 2 * phonesPerAddress);

    private readonly PartitionedRateLimiter<string> _wrongCodes = Requests(burst: 10, tokens: 1, seconds: 5);

    /// <summary>Wrong codes of all addresses, since many addresses could otherwise try all codes.</summary>
    private readonly PartitionedRateLimiter<string> _allWrongCodes = Requests(burst: 100, tokens: 100, seconds: 60);

    private readonly PartitionedRateLimiter<string> _connections = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetConcurrencyLimiter(
            address, _ => new() { PermitLimit = 20 + (6 * phonesPerAddress) }));

    /// <summary>The address by which devices are counted: of IPv6 the first 64 bits, because one device can have all
    /// addresses that begin with them.</summary>
    public static string KeyOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return $"{address}";
        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>A connection from an address; it is refused if <see cref="RateLimitLease.IsAcquired"/> is
    /// false.</summary>
    public RateLimitLease Connect(string address) => _connections.AttemptAcquire(address);

    /// <summary>Whether a request may be answered. Those of a phone that has joined are not counted for its address, so
    /// that it cannot use up what others need in order to join.</summary>
    /// <param name="phone">The phone, if it has joined.</param>
    public bool Allows(string address, string? phone) =>
        TryCount(phone is null ? _addresses : _phones, phone ?? address);

    /// <summary>Whether the address may try another code that somebody types, after those that were wrong.</summary>
    public bool AllowsCode(string address) => Has(_wrongCodes, address) && Has(_allWrongCodes, "");

    public void WrongCode(string address)
    {
        TryCount(_wrongCodes, address);
        TryCount(_allWrongCodes, "");
    }

    public void Dispose()
    {
        foreach (IDisposable limiter in new[] { _phones, _addresses, _wrongCodes, _allWrongCodes, _connections })
            limiter.Dispose();
    }

    private static bool Has(PartitionedRateLimiter<string> limiter, string key) =>
        limiter.GetStatistics(key)?.CurrentAvailablePermits > 0;

    private static bool TryCount(PartitionedRateLimiter<string> limiter, string key)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Requests(int burst, int tokens, int seconds = 1) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new()
            {
                TokenLimit = burst,
                TokensPerPeriod = tokens,
                ReplenishmentPeriod = TimeSpan.FromSeconds(seconds),
            }));
}
