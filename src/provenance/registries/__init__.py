"""The user's own registries: ratings, trust.txt and ads.txt files, protected domains, affiliates."""
