namespace NeuralNotebooks.Assignments;

/// <summary>Limits the total size of a submission's images. Without a limit, many photos in full size would exhaust the
/// memory of the grader and of the browser in which a person marks.</summary>
internal sealed class ImageLimit(Action<string> note)
{
    /// <summary>The most bytes of all images of a submission, enough for about twenty scanned pages.</summary>
    public const int MaxBytes = 20_000_000;

    private readonly HashSet<string> _known = [];
    private long _bytes;

    /// <summary>Adds an image. Returns null, and writes a note, if it is too large or cannot be read.</summary>
    public SubmittedImage? Add(string name, string type, Action<Stream> copyTo)
    {
        using var hash = SHA256.Create();
        using var content = new CountedStream(hash, MaxBytes - _bytes);
        try
        {
            copyTo(content);
        }
        catch (SubmissionException e)
        {
            note($"The image {name} is left out of the answer: {e.Message}");
            return null;
        }
        string file = $"{content.Hash()}.{type}";
        if (_known.Add(file))
            _bytes += content.Count;
        return new(file, copyTo);
    }

    /// <summary>Hashes and counts the bytes that are written, and stores none of them.</summary>
    private sealed class CountedStream(HashAlgorithm hash, long max) : CryptoStream(Null, hash, CryptoStreamMode.Write)
    {
        public long Count { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if ((Count += count) > max)
                throw new SubmissionException(
                    Invariant($"the images of a submission may have {MaxBytes / 1_000_000} MB in all, and this one ")
                        + "exceeds the limit. Save photos in a smaller size, and submit again.");
            base.Write(buffer, offset, count);
        }

        public string Hash()
        {
            FlushFinalBlock();
            return Convert.ToHexStringLower(hash.Hash!);
        }
    }
}
