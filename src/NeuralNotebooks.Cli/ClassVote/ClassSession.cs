using System.Security.Cryptography;

namespace NeuralNotebooks.Cli;

/// <summary>The class: the phones that have joined, and the questions with their guesses. All of it is in memory only.
/// What a phone receives has no answer before Reveal, because the teacher's page sends the answer only then.</summary>
internal sealed class ClassSession(int phonesPerAddress)
{
    public const int MaxPhones = 1000;
    private const int MaxQuestions = 200;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _phones = [];
    private readonly Dictionary<string, int> _phonesAt = [];
    private readonly List<AskedQuestion> _asked = [];
    private readonly string _id = RandomNumberGenerator.GetHexString(8);
    private AskedQuestion? _current;
    private bool _isJoining = true, _isReached;
    private (byte[] Json, string Tag)? _forPhones;
    private int _changes;

    /// <summary>The code that the screen shows, and that somebody types in order to join.</summary>
    public string Code { get; } = RandomNumberGenerator.GetString("0123456789", 6);

    /// <summary>The code in the QR code. It is too long to be found by trying, so it is accepted even if wrong codes
    /// are slowed.</summary>
    public string LongCode { get; } = RandomNumberGenerator.GetHexString(12, lowercase: true);

    public (Outcome Outcome, string? Phone) Join(string code, string address)
    {
        lock (_lock)
        {
            if (!_isJoining)
                return (Outcome.JoiningClosed, null);
            if (code != Code && code != LongCode)
                return (Outcome.WrongCode, null);
            int here = _phonesAt.GetValueOrDefault(address);
            if (here >= phonesPerAddress || _phones.Count >= MaxPhones)
                return (Outcome.TooMany, null);
            string phone = RandomNumberGenerator.GetHexString(32);
            _phones.Add(phone);
            _phonesAt[address] = here + 1;
            return (Outcome.Done, phone);
        }
    }

    public bool Has(string? phone)
    {
        lock (_lock)
            return phone is not null && _phones.Contains(phone);
    }

    /// <summary>A device other than this machine has opened the phones' page.</summary>
    public void Reached()
    {
        lock (_lock)
            _isReached = true;
    }

    public Outcome Guess(string phone, GuessMessage message)
    {
        lock (_lock)
            return _current is { } current && current.Id == message.Question && current.RoundNumber == message.Round
                ? current.Guess(phone, message.Guess)
                : Outcome.NotNow;
    }

    public Outcome Do(TeacherMessage message)
    {
        lock (_lock)
        {
            Outcome outcome = message.Do switch
            {
                TeacherAction.Ask => Ask(message.Asked),
                TeacherAction.Joining => SetJoining(message.Open),
                _ when _current?.Id != message.Question || _current.RoundNumber != message.Round => Outcome.NotNow,
                TeacherAction.Leave => Leave(),
                _ => _current.Do(message),
            };
            if (outcome == Outcome.Done)
            {
                _changes++;
                _forPhones = null;
            }
            return outcome;
        }
    }

    /// <summary>What all phones receive: the question, and after Reveal its answer. The tag changes with it.</summary>
    public (byte[] Json, string Tag) ForPhones()
    {
        lock (_lock)
        {
            return _forPhones ??= (ClassMessages.Write(
                _current is null ? new { Phase = "waiting" } : new
                {
                    _current.Phase,
                    _current.Id,
                    Round = _current.RoundNumber,
                    _current.Question,
                    _current.Truth,
                }), $"\"{_id}-{_changes.ToString(CultureInfo.InvariantCulture)}\"");
        }
    }

    /// <summary>What the teacher's screen shows: before Reveal only how many have answered.</summary>
    public byte[] ForTeacher(IReadOnlyList<string> addresses)
    {
        lock (_lock)
        {
            (string address, int phones) = _phonesAt.OrderByDescending(entry => entry.Value)
                .Select(entry => (entry.Key, entry.Value)).FirstOrDefault(("", 0));
            return ClassMessages.Write(new
            {
                Session = _id,
                Code,
                Addresses = addresses,
                Joined = _phones.Count,
                Joining = _isJoining,
                Reached = _isReached || _phones.Count > 0,
                Crowd = phones > 3 ? new { Address = address, Phones = phones, Most = phonesPerAddress } : null,
                _current?.Phase,
                _current?.Id,
                Round = _current?.RoundNumber,
                _current?.Question.Words,
                _current?.Truth,
                _current?.Answered,
                Guesses = _current is { Phase: Phase.Revealed } ? _current.Guesses : null,
            });
        }
    }

    /// <summary>All guesses, without anything about the phones and times.</summary>
    public byte[] Saved()
    {
        lock (_lock)
            return ClassMessages.Write(_asked.Select(asked => new { asked.Question, asked.Truth, asked.Guesses }));
    }

    /// <summary>Asks a question. One that was asked before is shown as it was left.</summary>
    private Outcome Ask(Question? question)
    {
        if (question?.IsValid() != true)
            return Outcome.Malformed;
        AskedQuestion? before = _asked.Find(asked => asked.IsSame(question));
        if (before is null)
        {
            if (_asked.Count >= MaxQuestions)
                return Outcome.TooMany;
            _asked.Add(before = new(_asked.Count + 1, question));
        }
        _current = before;
        return Outcome.Done;
    }

    private Outcome Leave()
    {
        _current = null;
        return Outcome.Done;
    }

    private Outcome SetJoining(bool isOpen)
    {
        _isJoining = isOpen;
        return Outcome.Done;
    }
}
