using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("browser")]

// The page calls what is exported; there is nothing to do before.
return 0;
